package dev.evenkeel.runbook.yaml;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Makes values of the parser's events. */
final class Composer {
  /** Deeper texts are refused; a runbook needs less than ten. */
  private static final int DEEPEST = 64;

  /**
   * Most values, counting what an alias repeats each time: a few lines of aliases to aliases would
   * stand for billions. More than 1 MiB of text can hold without aliases.
   */
  private static final long MOST_VALUES = 600_000;

  /** The text cannot be read on; the finding is there. */
  static final class GivenUp extends RuntimeException {
    GivenUp() {
      super(null, null, false, false);
    }
  }

  private record Anchored(Value value, long size) {}

  private final Iterator<Event> events;
  private final Findings findings;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private long size;

  Composer(Iterator<Event> events, Findings findings) {
    this.events = events;
    this.findings = findings;
  }

  Optional<Value> document() {
    events.next(); // the start of the stream
    Event event = events.next();
    if (event.getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    Value value = value(events.next(), 0);
    events.next(); // the end of the document
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      findings.add(
          Rule.ONE_DOCUMENT,
          Marks.where(after),
          "A second document begins here; a file holds one runbook.",
          "Put it into a file of its own, or remove the line '---'.");
    }
    return Optional.of(value);
  }

  /** Each document alone may hold as many values as a text of one. */
  void each(Consumer<Value> documents) {
    events.next(); // the start of the stream
    while (events.next().getEventId() != Event.ID.StreamEnd) {
      size = 0;
      anchors.clear();
      Value value = value(events.next(), 0);
      events.next(); // the end of the document
      documents.accept(value);
    }
  }

  private Value value(Event event, int depth) {
    Where where = Marks.where(event);
    if (depth > DEEPEST) {
      throw giveUp(
          Rule.TOO_LARGE,
          where,
          "This is nested more than %d deep.".formatted(DEEPEST),
          "Nest less.");
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias, where);
    }
    long before = size;
    grow(1, where);
    Value value =
        switch (event) {
          case ScalarEvent scalar -> Resolved.scalar(scalar, where, findings);
          case SequenceStartEvent start -> items(start, where, depth);
          case MappingStartEvent start -> fields(start, where, depth);
          default -> throw new IllegalStateException("no value begins with " + event);
        };
    if (event instanceof NodeEvent node) {
      node.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(value, size - before)));
    }
    return value;
  }

  private Value aliased(AliasEvent alias, Where where) {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw giveUp(
          Rule.YAML_SYNTAX,
          where,
          "The alias *%s stands before its anchor &%s is complete."
              .formatted(alias.getAlias(), alias.getAlias()),
          "Define the anchor above, outside of what uses it; put a text that begins with * in quotation marks.");
    }
    grow(anchored.size(), where);
    return anchored.value();
  }

  private Value items(SequenceStartEvent start, Where where, int depth) {
    refuseTag(start, where);
    List<Value> values = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      values.add(value(event, depth + 1));
    }
    return new Value.Items(values, where);
  }

  private Value fields(MappingStartEvent start, Where where, int depth) {
    refuseTag(start, where);
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Where> keys = new HashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Where place = Marks.where(event);
      Value key = value(event, depth + 1);
      Value value = value(events.next(), depth + 1);
      if (!(key instanceof Value.Scalar scalar) || scalar.text().isEmpty()) {
        findings.add(
            Rule.YAML_KEY,
            place,
            "A key must be a text.",
            "Write `key: value`; put a key with special characters in quotation marks.");
      } else if (keys.containsKey(scalar.text())) {
        findings.add(
            Rule.DUPLICATE_KEY,
            place,
            "`%s` stands here a second time; the first is on line %d."
                .formatted(scalar.text(), keys.get(scalar.text()).line()),
            "Remove one of the two.");
      } else {
        keys.put(scalar.text(), place);
        values.put(scalar.text(), value);
      }
    }
    return new Value.Fields(values, keys, where);
  }

  private void refuseTag(CollectionStartEvent start, Where where) {
    start.getTag().ifPresent(tag -> Resolved.refuseTag(tag, where, findings));
  }

  private void grow(long by, Where where) {
    size += by;
    if (size > MOST_VALUES) {
      throw giveUp(
          Rule.TOO_LARGE,
          where,
          "Together with what aliases repeat, there are more than %,d values."
              .formatted(MOST_VALUES),
          "Use fewer aliases.");
    }
  }

  private GivenUp giveUp(Rule rule, Where where, String message, String wayOut) {
    findings.add(rule, where, message, wayOut);
    return new GivenUp();
  }
}
