package dev.kith.api.web;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses unknown and repeated parameters, because ignoring them would answer a different request.
 */
@ServerFilter("/api/**")
final class UnknownParameterFilter {

  @RequestFilter
  @Nullable MutableHttpResponse<?> check(HttpRequest<?> request) {
    RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
    if (!(route instanceof MethodBasedRouteInfo<?, ?> method)) {
      return null;
    }
    List<String> known =
        Arrays.stream(method.getTargetMethod().getArguments())
            .flatMap(UnknownParameterFilter::names)
            .toList();
    for (String name : request.getParameters().names()) {
      if (!known.contains(name)) {
        return ErrorHandlers.badRequest(name, "is no parameter here; there are " + known);
      }
      if (request.getParameters().getAll(name).size() > 1) {
        return ErrorHandlers.badRequest(name, "expected once, found several times");
      }
    }
    return null;
  }

  private static Stream<String> names(Argument<?> argument) {
    if (argument.isAnnotationPresent(RequestBean.class)) {
      return Arrays.stream(
          BeanIntrospection.getIntrospection(argument.getType()).getPropertyNames());
    }
    return argument.isAnnotationPresent(QueryValue.class)
        ? Stream.of(argument.getName())
        : Stream.of();
  }
}
