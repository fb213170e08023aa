package dev.kith.standalone.settings;

import dev.kith.ingest.SourceKey;
import dev.kith.standalone.settings.SettingsValidator.Violation;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.naming.NameUtils;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Binds written values to a record of settings and checks the constraints of its components. */
final class SettingsBinder {

  private final Map<String, String> values;
  private final List<Violation> violations = new ArrayList<>();

  SettingsBinder(Map<String, String> values) {
    this.values = values;
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * The record; empty if its constraints are violated.
   *
   * @throws IllegalArgumentException if the record refuses its values
   */
  @Nullable Object bind(String prefix, Class<?> type) {
    Constructor<?> constructor = canonical(type);
    Object[] arguments =
        Arrays.stream(constructor.getParameters())
            .map(parameter -> value(prefix, parameter))
            .toArray();
    if (!violations.isEmpty()) {
      return null;
    }
    try {
      constructor.setAccessible(true); // the record of a service may be package-private
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(refused.getTargetException().getMessage(), refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("expected a record of settings: " + type, impossible);
    }
  }

  private static Constructor<?> canonical(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("expected a record: " + type, impossible);
    }
  }

  private @Nullable Object value(String prefix, Parameter parameter) {
    String key = SettingsValidator.key(prefix, parameter.getName());
    Class<?> type = parameter.getType();
    if (parameter.getAnnotation(io.micronaut.context.annotation.Parameter.class) != null) {
      return prefix.substring(prefix.lastIndexOf('.') + 1);
    }
    if (type.isRecord()) {
      return isSet(key) ? bind(key, type) : null;
    }
    if (Map.class.isAssignableFrom(type)) {
      return map(key, parameter.getParameterizedType());
    }
    boolean isList = Iterable.class.isAssignableFrom(type) && !type.equals(Path.class);
    Object value = isList ? list(key, parameter) : single(key, parameter);
    if (value == null && isRequired(prefix, parameter)) {
      violations.add(new Violation(key, "expected a value, found none"));
    }
    check(key, parameter, value);
    return value;
  }

  /** Other settings may be set by {@code up}, after this check. */
  private static boolean isRequired(String prefix, Parameter parameter) {
    return prefix.startsWith(SourceKey.ALL) && isRequired(parameter);
  }

  private static boolean isRequired(Parameter parameter) {
    return !parameter.getType().isPrimitive()
        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Whether a record has no default for a component; an empty default is none. */
  static boolean isRequired(Class<?> type, String key) {
    return Arrays.stream(canonical(type).getParameters())
        .filter(parameter -> NameUtils.hyphenate(parameter.getName()).equals(key))
        .filter(SettingsBinder::isRequired)
        .map(parameter -> parameter.getAnnotation(Bindable.class))
        .anyMatch(bindable -> bindable == null || bindable.defaultValue().isEmpty());
  }

  private @Nullable Object single(String key, Parameter parameter) {
    String written = written(key, parameter);
    return written == null ? null : converted(key, parameter.getType(), written);
  }

  private static Object converted(String key, Class<?> type, String written) {
    try {
      return SettingType.value(type, written);
    } catch (ArithmeticException tooLarge) {
      throw new IllegalArgumentException(
          "%s: expected a smaller value, found %s".formatted(key, written), tooLarge);
    }
  }

  private @Nullable String written(String key, Parameter parameter) {
    Bindable bindable = parameter.getAnnotation(Bindable.class);
    return values.getOrDefault(key, bindable == null ? null : bindable.defaultValue());
  }

  private boolean isSet(String key) {
    return values.keySet().stream().anyMatch(each -> each.startsWith(key + "."));
  }

  private @Nullable Map<String, Object> map(String key, Type type) {
    Class<?> valueType = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[1];
    Map<String, Object> map = new TreeMap<>();
    values.forEach(
        (each, written) -> {
          if (each.startsWith(key + ".")) {
            map.put(each.substring(key.length() + 1), SettingType.value(valueType, written));
          }
        });
    return map.isEmpty() ? null : map;
  }

  private @Nullable Object list(String key, Parameter parameter) {
    List<String> items = new ArrayList<>();
    values.forEach(
        (each, written) -> {
          if (each.equals(key)) {
            items.addAll(Arrays.asList(written.split(",", -1)));
          } else if (each.startsWith(key + "[")) {
            items.add(written);
          }
        });
    if (items.isEmpty()) {
      String written = written(key, parameter);
      if (written == null) {
        return null;
      }
      items.addAll(Arrays.asList(written.split(",", -1)));
    }
    return parameter.getType().equals(List.class) ? items : new LinkedHashSet<>(items);
  }

  private void check(String key, Parameter parameter, @Nullable Object value) {
    Min min = parameter.getAnnotation(Min.class);
    Max max = parameter.getAnnotation(Max.class);
    Size size = parameter.getAnnotation(Size.class);
    if (value instanceof Number number) {
      if (min != null && number.longValue() < min.value()) {
        violations.add(new Violation(key, "expected at least " + min.value()));
      }
      if (max != null && number.longValue() > max.value()) {
        violations.add(new Violation(key, "expected at most " + max.value()));
      }
    }
    if (value instanceof String text && size != null && text.length() < size.min()) {
      violations.add(new Violation(key, "expected at least %d characters".formatted(size.min())));
    }
  }
}
