package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.expression.Malformed;
import dev.evenkeel.runbook.expression.Template;
import dev.evenkeel.runbook.written.SourceText;
import java.util.stream.Stream;

/**
 * A single value among the arguments of an action or a source.
 *
 * @param words the record it belongs to, which for nested ones is not the action's own
 * @param key the record's component it belongs to
 * @param entry key of the mapping it is in, such as the name of an environment variable; elsewhere
 *     the same as {@code key}
 */
public record Mention(Class<? extends Record> words, String key, String entry, Value.Scalar value) {

  public static Stream<Mention> in(ActionCall call) {
    return Given.in(call).flatMap(Mention::in);
  }

  public static Stream<Mention> in(SourceText source) {
    return Given.in(source).flatMap(Mention::in);
  }

  private static Stream<Mention> in(Given given) {
    return in(given.value(), given, given.key());
  }

  private static Stream<Mention> in(Value value, Given given, String entry) {
    return switch (value) {
      case Value.Scalar scalar -> Stream.of(new Mention(given.words(), given.key(), entry, scalar));
      case Value.Items items -> items.values().stream().flatMap(item -> in(item, given, entry));
      case Value.Fields fields ->
          fields.values().entrySet().stream().flatMap(e -> in(e.getValue(), given, e.getKey()));
    };
  }

  /** The names in it; none when it cannot be understood. */
  public Stream<String> names() {
    try {
      return Template.of(value.text()).names().map(Template.Name::name);
    } catch (Malformed _) {
      return Stream.empty();
    }
  }
}
