package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Catalogue;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.expression.Malformed;
import dev.evenkeel.runbook.expression.Template;
import dev.evenkeel.runbook.shape.Part;
import dev.evenkeel.runbook.shape.Shape;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.written.SourceText;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A single value among the arguments of an action or a source.
 *
 * @param words the record it belongs to, which for nested ones is not the action's own
 * @param key the record's component it belongs to
 * @param entry key of the mapping it is in, such as the name of an environment variable, or the
 *     same as {@code key}
 */
public record Mention(Class<? extends Record> words, String key, String entry, Value.Scalar value) {

  public static Stream<Mention> in(ActionCall call) {
    return in(Catalogue.ACTIONS.get(call.type()), call.args());
  }

  public static Stream<Mention> in(SourceText source) {
    return in(Catalogue.SOURCES.get(source.type()), source.args());
  }

  /** All names in the arguments of a source. */
  public static Stream<String> names(SourceText source) {
    return in(source).flatMap(Mention::names);
  }

  /** The names in it; none when it cannot be understood. */
  public Stream<String> names() {
    try {
      return Template.of(value.text()).names().map(Template.Name::name);
    } catch (Malformed _) {
      return Stream.empty();
    }
  }

  private static Stream<Mention> in(@Nullable Class<? extends Record> words, Value args) {
    if (words == null || !(args instanceof Value.Fields fields)) {
      return Stream.empty();
    }
    return Shapes.of(words).keys().stream()
        .flatMap(key -> {
          Value value = fields.values().get(key.name());
          return value == null ? Stream.empty() : in(value, key, key.shape(), words, key.name());
        });
  }

  private static Stream<Mention> in(
      Value value, Part.Key key, Shape shape, Class<? extends Record> words, String entry) {
    return switch (shape) {
      case Shape.Mapping nested -> in(nested.type(), value);
      case Shape.ListOf list when value instanceof Value.Items items ->
          items.values().stream().flatMap(item -> in(item, key, list.of(), words, entry));
      case Shape.MapOf map when value instanceof Value.Fields fields ->
          fields.values().entrySet().stream()
              .flatMap(e -> in(e.getValue(), key, map.of(), words, e.getKey()));
      default ->
          value instanceof Value.Scalar scalar
              ? Stream.of(new Mention(words, key.name(), entry, scalar))
              : Stream.empty();
    };
  }
}
