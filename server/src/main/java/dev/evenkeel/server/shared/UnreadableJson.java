package dev.evenkeel.server.shared;

import dev.evenkeel.estate.text.JsonFault;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says where a text is not the JSON that was expected, without talk of Java classes. */
public final class UnreadableJson {
  private UnreadableJson() {}

  /**
   * @param what the text is, such as {@code The body}
   */
  public static String says(String what, JacksonException json) {
    if (json instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
      return "The value%s of '%s'%s does not fit%s. Nothing was changed."
          .formatted(
              value(mismatch),
              path(mismatch),
              JsonFault.place(json).map(place -> " at " + place).orElse(""),
              wanted(mismatch).map(words -> "; it must be " + words).orElse(""));
    }
    if (json instanceof MismatchedInputException mismatch
        && mismatch.getTargetType() != null
        && !String.valueOf(json.getOriginalMessage()).startsWith("Trailing")) {
      return "%s%s does not fit; it must be %s. Nothing was changed."
          .formatted(
              what,
              json instanceof InvalidFormatException word
                  ? " names '%s', which".formatted(word.getValue())
                  : "",
              wanted(mismatch).orElse("a JSON object"));
    }
    if (json instanceof InputCoercionException) {
      return "%s does not fit: %s. Nothing was changed.".formatted(what, JsonFault.of(json));
    }
    return "%s is not valid JSON: %s. Nothing was changed.".formatted(what, JsonFault.of(json));
  }

  private static String value(DatabindException mismatch) {
    return mismatch instanceof InvalidFormatException format
        ? " ('%s')".formatted(format.getValue())
        : "";
  }

  private static Optional<String> wanted(DatabindException mismatch) {
    return mismatch instanceof MismatchedInputException input
        ? Optional.ofNullable(input.getTargetType())
            // In JSON they are spelled as answers spell them, in whatever case.
            .map(type -> type.isEnum() ? words(type).replace('-', '_') : words(type))
        : Optional.empty();
  }

  /** What a value of a type looks like. */
  public static String words(@Nullable Class<?> type) {
    if (type == null) {
      return "a value that fits";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return type == double.class || type == Double.class ? "a number" : "a whole number";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a text";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (Map.class.isAssignableFrom(type) || type.isRecord()) {
      return "a JSON object";
    }
    return switch (type.getSimpleName()) {
      case "LocalDate" -> "a day, such as 2027-03-31";
      case "Instant" -> "a time, such as 2027-03-31T18:00:00Z";
      case "Duration" -> "a length of time, such as PT30M";
      default -> "a value that fits";
    };
  }

  private static String path(DatabindException mismatch) {
    var path = new StringBuilder();
    for (var step : mismatch.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
