package dev.kith.api.web;

import dev.kith.api.ApiSettings;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Refuses to start on a network interface without a token. */
@Context
final class TokenRequirement {
  TokenRequirement(ApiSettings settings, @Value("${micronaut.server.host:127.0.0.1}") String host) {
    if (settings.token() == null && !isLoopback(host)) {
      throw new ConfigurationException(
          "kith.api.token: expected a token of at least 16 characters, because the service is to"
              + " answer on "
              + host
              + ", found none; set one, or let kith.api.host be 127.0.0.1");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
