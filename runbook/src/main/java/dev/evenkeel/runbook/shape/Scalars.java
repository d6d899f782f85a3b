package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Durations;
import dev.evenkeel.runbook.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes plain Java of single values. */
final class Scalars {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  private Scalars() {}

  /**
   * @return empty when the value cannot be what the shape needs
   */
  static Optional<Object> read(Value.Scalar scalar, Shape shape) {
    String text = scalar.text();
    try {
      return switch (shape) {
        case Shape.Text() -> Optional.of(text);
        case Shape.Whole(var type) when type == Integer.class -> Optional.of(Integer.valueOf(text));
        case Shape.Whole _ -> Optional.of(Long.valueOf(text));
        case Shape.Decimal() -> decimal(text);
        case Shape.Flag() -> flag(text);
        case Shape.Span() -> Durations.parse(text).map(duration -> duration);
        case Shape.Choice(var constants, var words) ->
            words.contains(text)
                ? Optional.of(constants.get(words.indexOf(text)))
                : Optional.empty();
        default -> Optional.empty();
      };
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Object> decimal(String text) {
    // Java would also take 5d and 0x1p3.
    return DECIMAL.matcher(text).matches()
        ? Optional.<Object>of(Double.valueOf(text)).filter(n -> Double.isFinite((Double) n))
        : Optional.empty();
  }

  private static Optional<Object> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
