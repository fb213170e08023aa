package dev.kith.api.request;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.kith.api.error.InvalidParameterException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads the JSON body of a request as the record that the description of the API documents, and
 * checks its constraints. Messages of constraints name what is expected; errors name the field.
 */
@Singleton
public class RequestBodyReader {
  private static final int MAX_NAME = 40;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private final Validator validator;

  RequestBodyReader(Validator validator) {
    this.validator = validator;
  }

  /**
   * A body that is one object.
   *
   * @throws InvalidParameterException if it is anything else
   */
  public <T> T read(String body, Class<T> type) {
    T read = parse(body, () -> Collections.singletonList(JSON.readValue(body, type))).getFirst();
    check(read, "");
    return read;
  }

  /**
   * A body that is one object or an array of them.
   *
   * @throws InvalidParameterException if it is anything else, or an array with no objects or too
   *     many
   */
  public <T> List<T> readAll(String body, Class<T> type, int max) {
    var list = JSON.getTypeFactory().constructCollectionType(List.class, type);
    var reader = JSON.readerFor(list).with(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
    List<T> all = parse(body, () -> reader.readValue(body));
    if (all.isEmpty() || all.size() > max) {
      throw InvalidParameterException.because(
          "body", "expected an object, or an array of 1 to " + max + " of them");
    }
    for (int i = 0; i < all.size(); i++) {
      check(all.get(i), all.size() == 1 ? "" : "[" + i + "].");
    }
    return all;
  }

  /** A parse operation of Jackson. */
  private interface Parsing<T> {
    List<T> parse() throws JsonProcessingException;
  }

  private static <T> List<T> parse(String body, Parsing<T> parsing) {
    try {
      List<T> parsed = parsing.parse();
      if (parsed == null || parsed.stream().anyMatch(Objects::isNull)) {
        throw InvalidParameterException.because("body", "expected a JSON object, found null");
      }
      return parsed;
    } catch (UnrecognizedPropertyException e) {
      throw InvalidParameterException.because(
          field(e, body), "is no field here; there are " + known(e.getKnownPropertyIds()));
    } catch (JsonMappingException e) {
      throw e.getCause() instanceof JsonProcessingException syntax
              && !(syntax instanceof JsonMappingException)
          ? noJson(syntax)
          : InvalidParameterException.because(field(e, body), expected(e));
    } catch (JsonProcessingException e) {
      throw noJson(e);
    }
  }

  private static InvalidParameterException noJson(JsonProcessingException e) {
    if (e.getLocation() == null) { // a number or a name beyond the parser's limits
      return InvalidParameterException.because("body", "expected JSON within the usual limits");
    }
    return InvalidParameterException.because(
        "body",
        "expected JSON, found a mistake in line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
  }

  private static String expected(JsonMappingException e) {
    Class<?> type = e instanceof MismatchedInputException wrong ? wrong.getTargetType() : null;
    if (type == String.class) {
      return "expected a text";
    }
    return type == List.class ? "expected an array" : "expected an object";
  }

  private static String known(Iterable<?> names) {
    return StreamSupport.stream(names.spliterator(), false)
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /**
   * The path of a field, such as {@code [3].verdict}; with an index only if the body is an array.
   */
  private static String field(JsonMappingException e, String body) {
    List<Reference> references = e.getPath();
    boolean isElement = !references.isEmpty() && references.getFirst().getFieldName() == null;
    boolean isArray = body.stripLeading().startsWith("[");
    String path =
        references.stream()
            .skip(isElement && !isArray ? 1 : 0)
            .map(RequestBodyReader::written)
            .collect(Collectors.joining());
    return path.isEmpty() ? "body" : path.replaceFirst("^\\.", "");
  }

  private static String written(Reference each) {
    return each.getFieldName() == null
        ? "[" + each.getIndex() + "]"
        : "." + printable(each.getFieldName());
  }

  /** The field name without control characters, because callers choose it. */
  private static String printable(String name) {
    String visible = name.replaceAll("[^A-Za-z0-9_.-]", "?");
    return visible.length() > MAX_NAME ? visible.substring(0, MAX_NAME) : visible;
  }

  private <T> void check(T read, String where) {
    List<String> fields =
        Arrays.stream(read.getClass().getRecordComponents()).map(RecordComponent::getName).toList();
    validator.validate(read).stream()
        .min(
            Comparator.comparingInt(
                    (ConstraintViolation<T> each) ->
                        fields.indexOf(each.getPropertyPath().toString()))
                .thenComparing(ConstraintViolation::getMessage))
        .ifPresent(
            wrong -> {
              throw InvalidParameterException.expected(
                  where + wrong.getPropertyPath(), wrong.getMessage(), wrong.getInvalidValue());
            });
  }
}
