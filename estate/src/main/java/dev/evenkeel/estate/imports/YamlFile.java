package dev.evenkeel.estate.imports;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents of a YAML or JSON file, with what {@code <<} takes over put in its place. */
final class YamlFile {
  private static final String MERGE = "<<";

  private final ImportFile file;

  private YamlFile(ImportFile file) {
    this.file = file;
  }

  /** Without those that are empty. */
  static List<Node> documents(ImportFile file) {
    String text = Decoding.utf8(file);
    String begin = text.stripLeading();
    if (begin.startsWith("{") || begin.startsWith("[")) {
      return List.of(new Node(JsonFile.whole(file)));
    }
    Findings findings = new Findings(file.name());
    List<Value> documents = new ArrayList<>();
    Yaml.each(text, Unpacking.MOST_BYTES, findings, documents::add);
    if (findings.hasErrors()) {
      Finding first = findings.inOrder().getFirst();
      throw new Unreadable(
          file.line(Math.max(1, first.where().line())), said(first), first.wayOut());
    }
    YamlFile merging = new YamlFile(file);
    return documents.stream().map(merging::merged).map(Node::new).filter(Node::isThere).toList();
  }

  private static String said(Finding finding) {
    return finding.where().column() > 0
        ? "Column %d: %s".formatted(finding.where().column(), finding.message())
        : finding.message();
  }

  private Value merged(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar;
      case Value.Items items ->
          new Value.Items(items.values().stream().map(this::merged).toList(), items.where());
      case Value.Fields fields -> fields(fields);
    };
  }

  private Value.Fields fields(Value.Fields fields) {
    Map<String, Value> values = new LinkedHashMap<>();
    Value taken = fields.values().get(MERGE);
    if (taken != null) {
      for (Value from : taken instanceof Value.Items items ? items.values() : List.of(taken)) {
        // Of several the first counts most, so a later one only adds.
        if (!(merged(from) instanceof Value.Fields other)) {
          throw new Unreadable(
              file.line(fields.whereKey(MERGE).line()),
              "`<<` takes over something that is no mapping.",
              "Let `<<` name a mapping, or repeat the items of the list.");
        }
        other.values().forEach(values::putIfAbsent);
      }
    }
    fields
        .values()
        .forEach((key, value) -> {
          if (!key.equals(MERGE)) {
            values.put(key, merged(value));
          }
        });
    return new Value.Fields(values, fields.keys(), fields.where());
  }
}
