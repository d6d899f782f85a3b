package dev.evenkeel.estate;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.grammar.DidYouMean;
import dev.evenkeel.runbook.shape.Binder;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads documents of the estate from YAML, of which JSON is a part. Never throws for what a text
 * says: every problem is a finding, all of them at once.
 */
public final class EstateReader {
  /** The longest text read, in characters: an estate of 100,000 systems needs about half of it. */
  public static final int LONGEST = 128 << 20;

  private static final String VERSION = "evenkeel/v1";

  /**
   * What a text holds.
   *
   * @param documents those that are well
   * @param findings with an error, nothing of the text may be used
   */
  public record Reading(List<Document> documents, List<Finding> findings) {
    public Reading {
      documents = List.copyOf(documents);
      findings = List.copyOf(findings);
    }

    public boolean isWell() {
      return findings.stream().noneMatch(found -> found.severity() == Finding.Severity.ERROR);
    }
  }

  private final Findings findings;
  private final List<Document> documents = new ArrayList<>();
  private final Map<Document.Key, Where> places = new HashMap<>();

  private EstateReader(String file) {
    this.findings = new Findings(file);
  }

  /**
   * @param file name used in findings
   */
  public static Reading read(String file, String text) {
    EstateReader reader = new EstateReader(file);
    Yaml.each(text, LONGEST, reader.findings, reader::take);
    if (reader.documents.isEmpty() && !reader.findings.hasErrors()) {
      reader.findings.add(
          Rule.ONE_DOCUMENT,
          new Where(1, 1),
          "There is no document in the text.",
          "Begin with `apiVersion: evenkeel/v1` and `kind: System`.");
    }
    return new Reading(reader.documents, reader.findings.inOrder());
  }

  private void take(Value value) {
    if (value instanceof Value.Scalar scalar && scalar.value() == null) {
      return; // nothing between two lines ---
    }
    if (!(value instanceof Value.Fields fields)) {
      findings.add(
          Rule.WRONG_TYPE,
          value.where(),
          "A document is a mapping of keys to values.",
          "Begin with `apiVersion: evenkeel/v1` and `kind: System`.");
      return;
    }
    apiVersion(fields);
    kind(fields).flatMap(kind -> checked(kind, without(fields))).ifPresent(this::keep);
  }

  /**
   * A body without {@code apiVersion} and {@code kind}, such as an import makes.
   *
   * @return empty when it does not fit; the findings say why
   */
  public static Optional<Document> document(EntryKind kind, Value.Fields body, Findings findings) {
    Findings own = new Findings("");
    Value.Fields mended =
        (Value.Fields) Checker.literal(own).mend(body, kind.shape(), "a " + kind.word());
    Optional<Entry> entry =
        own.hasErrors() ? Optional.empty() : Optional.of((Entry) Binder.bind(mended, kind.type()));
    entry.ifPresent(it -> EntryRules.check(mended, it, own));
    own.inOrder().forEach(findings::add);
    return entry.filter(_ -> !own.hasErrors()).map(it -> Document.of(kind, mended, it));
  }

  private Optional<Document> checked(EntryKind kind, Value.Fields body) {
    return document(kind, body, findings);
  }

  private void keep(Document document) {
    Where first = places.putIfAbsent(document.key(), document.where());
    if (first != null) {
      findings.add(
          Rule.DUPLICATE_NAME,
          document.where(),
          "%s stands here a second time; the first is on line %d."
              .formatted(document.key(), first.line()),
          "Remove one of the two, or give it another name.");
      return;
    }
    documents.add(document);
  }

  private void apiVersion(Value.Fields fields) {
    Value version = fields.values().get("apiVersion");
    if (!(version instanceof Value.Scalar scalar && scalar.text().equals(VERSION))) {
      findings.add(
          version == null ? Rule.MISSING_KEY : Rule.UNKNOWN_WORD,
          version == null ? fields.where() : version.where(),
          "A document says `apiVersion: evenkeel/v1`; this one does not.",
          "Write `apiVersion: evenkeel/v1`.");
    }
  }

  private Optional<EntryKind> kind(Value.Fields fields) {
    Value kind = fields.values().get("kind");
    String word = kind instanceof Value.Scalar scalar ? scalar.text() : "";
    Optional<EntryKind> known = EntryKind.ofWord(word);
    if (known.isEmpty()) {
      findings.add(
          kind == null ? Rule.MISSING_KEY : Rule.UNKNOWN_WORD,
          kind == null ? fields.where() : kind.where(),
          kind == null
              ? "The document does not say what it is: `kind` is missing."
              : "There is no kind '%s'.".formatted(word),
          word.equals("Upgrade")
              ? "Upgrades are no part of the estate: use `evenkeel upgrade apply`."
              : DidYouMean.of(word, EntryKind.words())
                  .map("Did you mean `kind: %s`?"::formatted)
                  .orElse("Write one of %s.".formatted(String.join(", ", EntryKind.words()))));
    }
    return known;
  }

  private static Value.Fields without(Value.Fields fields) {
    Map<String, Value> values = new LinkedHashMap<>(fields.values());
    values.remove("apiVersion");
    values.remove("kind");
    return new Value.Fields(values, fields.keys(), fields.where());
  }
}
