package dev.evenkeel.runbook.yaml;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What a single value stands for by the core schema of YAML 1.2: {@code yes} is a text. */
final class Resolved {
  private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

  private Resolved() {}

  static Value scalar(ScalarEvent event, Where where, Findings findings) {
    event.getTag().ifPresent(tag -> refuseTag(tag, where, findings));
    String text = event.getValue();
    if (!event.isPlain() || event.getTag().isPresent()) {
      return new Value.Scalar(text, text, where);
    }
    Object value = plain(text);
    return new Value.Scalar(value, value == null ? "" : text, where);
  }

  private static @Nullable Object plain(String text) {
    Tag tag = RESOLVER.resolve(text, true);
    try {
      if (tag.equals(Tag.NULL)) {
        return null;
      }
      if (tag.equals(Tag.BOOL)) {
        return text.equalsIgnoreCase("true");
      }
      if (tag.equals(Tag.INT)) {
        return whole(text);
      }
      if (tag.equals(Tag.FLOAT)) {
        return Double.valueOf(text);
      }
    } catch (NumberFormatException _) {
      // Too long for a number, or .inf and .nan, which no key of a runbook takes: left as text.
    }
    return text;
  }

  private static Long whole(String text) {
    if (text.startsWith("0x")) {
      return Long.valueOf(text.substring(2), 16);
    }
    if (text.startsWith("0o")) {
      return Long.valueOf(text.substring(2), 8);
    }
    return Long.valueOf(text);
  }

  static void refuseTag(String tag, Where where, Findings findings) {
    if (!tag.equals(Tag.STR.getValue()) && !tag.equals("!")) {
      findings.add(
          Rule.YAML_TAG,
          where,
          "The tag %s means nothing here.".formatted(tag),
          "Remove it; put a text that begins with ! in quotation marks.");
    }
  }
}
