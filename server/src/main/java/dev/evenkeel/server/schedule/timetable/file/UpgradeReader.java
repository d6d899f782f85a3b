package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.shape.Binder;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads upgrades from YAML, of which JSON is a part: one document after the other, or a list of
 * them. Never throws for what a text says: every problem is a finding, all of them at once.
 */
final class UpgradeReader {
  private static final int LONGEST = 4 << 20;
  private static final int MOST = 2_000;
  private static final String VERSION = "evenkeel/v1";
  static final String KIND = "Upgrade";
  private static final String BEGIN = "Begin with `apiVersion: evenkeel/v1` and `kind: Upgrade`.";

  /**
   * An upgrade of a text.
   *
   * @param written as it stands there, with names in {@code schedule.after}
   */
  record Sheet(UpgradeDocument says, Value.Fields written) {}

  private final Findings findings;
  private final Map<String, Sheet> sheets = new LinkedHashMap<>();

  private UpgradeReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * @return those that are well, by name, in the order of the text
   */
  static Map<String, Sheet> read(String text, Findings findings) {
    var reader = new UpgradeReader(findings);
    Yaml.each(text, LONGEST, findings, reader::take);
    if (reader.sheets.isEmpty() && !findings.hasErrors()) {
      findings.add(Rule.ONE_DOCUMENT, new Where(1, 1), "There is no document in the text.", BEGIN);
    }
    reader.circles();
    return reader.sheets;
  }

  private void take(Value value) {
    switch (value) {
      case Value.Scalar scalar when scalar.value() == null -> {
        // nothing between two lines ---
      }
      case Value.Items items -> items.values().forEach(this::take);
      case Value.Fields fields when isUpgrade(fields) -> keep(fields);
      case Value.Fields _ -> {
        // the finding is there
      }
      case Value.Scalar scalar ->
          findings.add(
              Rule.WRONG_TYPE,
              scalar.where(),
              "An upgrade is a mapping of keys to values; this is '%s'.".formatted(scalar.text()),
              BEGIN);
    }
  }

  private boolean isUpgrade(Value.Fields fields) {
    Value version = fields.values().get("apiVersion");
    Value kind = fields.values().get("kind");
    if (!(version instanceof Value.Scalar said && said.text().equals(VERSION))) {
      findings.add(
          version == null ? Rule.MISSING_KEY : Rule.UNKNOWN_WORD,
          fields.whereOf("apiVersion"),
          "A document says `apiVersion: evenkeel/v1`; this one does not.",
          BEGIN);
      return false;
    }
    if (!(kind instanceof Value.Scalar word && word.text().equals(KIND))) {
      findings.add(
          kind == null ? Rule.MISSING_KEY : Rule.UNKNOWN_WORD,
          fields.whereOf("kind"),
          kind instanceof Value.Scalar other
              ? "The document is a %s, no Upgrade.".formatted(other.text())
              : "The document does not say what it is: `kind` is missing.",
          "Write `kind: Upgrade`; what belongs to the estate is put there by `evenkeel apply`.");
      return false;
    }
    return true;
  }

  private void keep(Value.Fields whole) {
    Map<String, Value> values = new LinkedHashMap<>(whole.values());
    values.remove("apiVersion");
    values.remove("kind");
    Value.Fields written = new Value.Fields(values, whole.keys(), whole.where());
    var own = new Findings("");
    UpgradeDocument says = bound(written, name -> 1L, own);
    own.inOrder().forEach(findings::add);
    if (own.hasErrors()) {
      return;
    }
    Sheet first = sheets.putIfAbsent(says.name(), new Sheet(says, written));
    if (first != null) {
      findings.add(
          Rule.DUPLICATE_NAME,
          written.whereOf("name"),
          "Upgrade %s stands here a second time; the first is on line %d."
              .formatted(says.name(), first.written().where().line()),
          "Remove one of the two, or give it another name.");
    } else if (sheets.size() == MOST + 1) {
      findings.add(
          Rule.TOO_LARGE,
          written.where(),
          "There are more than %,d upgrades.".formatted(MOST),
          "Send them in several parts.");
    }
  }

  /** What a document says, with numbers in the place of names of other upgrades. */
  static UpgradeDocument bound(
      Value.Fields written, Function<String, Long> number, Findings findings) {
    return Binder.bind(mended(written, number, findings), UpgradeDocument.class);
  }

  static Value mended(Value.Fields written, Function<String, Long> number, Findings findings) {
    return Checker.literal(findings)
        .mend(AfterNames.numbered(written, number), Shapes.of(UpgradeDocument.class), "an upgrade");
  }

  /** What comes after itself can never be done. */
  private void circles() {
    Map<String, List<AfterNames.Mention>> after = new HashMap<>();
    sheets.forEach((name, sheet) -> after.put(name, AfterNames.in(sheet.written())));
    Set<String> told = new LinkedHashSet<>();
    for (String name : sheets.keySet()) {
      List<String> circle = circle(name, after, new LinkedHashSet<>());
      if (!circle.isEmpty() && circle.stream().noneMatch(told::contains)) {
        told.addAll(circle);
        List<String> round = new ArrayList<>(circle);
        round.add(name);
        findings.add(
            Rule.KEY_COMBINATION,
            after.getOrDefault(name, List.of()).getFirst().where(),
            "%s comes after itself: %s.".formatted(name, String.join(" after ", round)),
            "Take one of these out of `after`.");
      }
    }
  }

  /** The way from a name back to itself; empty when there is none. */
  private static List<String> circle(
      String start, Map<String, List<AfterNames.Mention>> after, Set<String> seen) {
    List<List<String>> ways = new ArrayList<>(List.of(List.of(start)));
    while (!ways.isEmpty()) {
      List<String> way = ways.removeFirst();
      for (AfterNames.Mention next : after.getOrDefault(way.getLast(), List.of())) {
        if (next.name().equals(start)) {
          return way;
        }
        if (seen.add(next.name())) {
          List<String> longer = new ArrayList<>(way);
          longer.add(next.name());
          ways.add(longer);
        }
      }
    }
    return List.of();
  }
}
