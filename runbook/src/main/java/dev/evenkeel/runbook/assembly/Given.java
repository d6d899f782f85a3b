package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Catalogue;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.shape.Shape;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.written.SourceText;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key that is given among the arguments of an action or a source.
 *
 * @param words the record it belongs to, which for nested ones is not the action's own
 */
public record Given(Class<? extends Record> words, String key, Value value) {

  public static Stream<Given> in(ActionCall call) {
    return in(Catalogue.ACTIONS.get(call.type()), call.args());
  }

  public static Stream<Given> in(SourceText source) {
    return in(Catalogue.SOURCES.get(source.type()), source.args());
  }

  private static Stream<Given> in(@Nullable Class<? extends Record> words, Value args) {
    if (words == null || !(args instanceof Value.Fields fields)) {
      return Stream.empty();
    }
    return Shapes.of(words).keys().stream()
        .flatMap(key -> {
          Value value = fields.values().get(key.name());
          if (value == null) {
            return Stream.empty();
          }
          return key.shape() instanceof Shape.Mapping nested
              ? in(nested.type(), value)
              : Stream.of(new Given(words, key.name(), value));
        });
  }
}
