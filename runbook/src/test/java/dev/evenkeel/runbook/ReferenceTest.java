package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.grammar.Choice;
import dev.evenkeel.runbook.shape.Part;
import dev.evenkeel.runbook.shape.Shape;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reference in the documentation is made from the records, like the reader. */
class ReferenceTest {
  private static final Path PAGE = Path.of("../docs/runbook-language.md");
  private static final String BEGIN = "<!-- The reference is made from the records. -->\n";
  private static final String END = "<!-- End of the reference. -->\n";

  @Test
  void lists_every_key_with_its_meaning_and_default() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).isGreaterThan(BEGIN.length()).isLessThanOrEqualTo(end);

    Golden.assertMatches(PAGE, page.substring(0, begin) + reference() + page.substring(end));
  }

  private static String reference() {
    Map<String, Shape.Mapping> sections = new LinkedHashMap<>();
    collect("runbook", Shapes.of(RunbookText.class), sections);
    List<String> tables = new ArrayList<>();
    sections.forEach((title, mapping) -> tables.add(table("### " + title, mapping)));
    tables.add("## Actions\n");
    Catalogue.ACTIONS.keySet().stream()
        .sorted()
        .forEach(name -> tables.add(words(name, Catalogue.ACTIONS.get(name))));
    tables.add("## Sources\n");
    Catalogue.SOURCES.keySet().stream()
        .sorted()
        .forEach(name -> tables.add(words(name, Catalogue.SOURCES.get(name))));
    return "\n" + String.join("\n", tables) + "\n";
  }

  private static void collect(
      String title, Shape.Mapping mapping, Map<String, Shape.Mapping> sections) {
    if (sections.containsValue(mapping)) {
      return;
    }
    sections.put(title, mapping);
    for (Part.Key key : mapping.keys()) {
      Shape shape = key.shape();
      String name = title.equals("runbook") ? key.name() : title + "." + key.name();
      if (shape instanceof Shape.ListOf list) {
        shape = list.of();
        name += "[]";
      } else if (shape instanceof Shape.MapOf map) {
        shape = map.of();
        name += ".NAME";
      }
      if (shape instanceof Shape.Mapping nested) {
        collect(name, nested, sections);
      }
    }
  }

  private static String words(String name, Class<? extends Record> words) {
    Shape.Mapping mapping = Shapes.of(words);
    StringBuilder text = new StringBuilder(table("### " + name, mapping));
    for (Part.Key key : mapping.keys()) {
      if (key.shape() instanceof Shape.Mapping nested
          && !Catalogue.ACTIONS.containsValue(nested.type())) {
        text.append("\n").append(table("#### " + name + "." + key.name(), nested));
      }
    }
    return text.toString();
  }

  private static String table(String title, Shape.Mapping mapping) {
    StringBuilder table = new StringBuilder(title + "\n\n");
    table.append(sentence(mapping.says())).append("\n");
    mapping.combinations().ifPresent(keys -> table.append(combinations(keys)));
    table.append("\n| key | value | left out | meaning |\n|---|---|---|---|\n");
    for (Part.Key key : mapping.keys()) {
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  key.name(), value(key.shape()), absent(key), key.says().replace("|", "\\|")));
    }
    return table.toString();
  }

  private static String combinations(dev.evenkeel.runbook.words.Keys keys) {
    StringBuilder text = new StringBuilder();
    if (keys.exactlyOne().length > 0) {
      text.append("Exactly one of ").append(list(keys.exactlyOne())).append(" is given.\n");
    }
    if (keys.atLeastOne().length > 0) {
      text.append("At least one of ").append(list(keys.atLeastOne())).append(" is given.\n");
    }
    if (keys.together().length > 0) {
      text.append("Only together: ").append(list(keys.together())).append(".\n");
    }
    return text.toString();
  }

  private static String list(String[] keys) {
    return "`" + String.join("`, `", keys) + "`";
  }

  private static String value(Shape shape) {
    return switch (shape) {
      case Shape.Single single -> single(single);
      case Shape.ListOf list -> "list: " + value(list.of());
      case Shape.MapOf map -> "mapping: " + value(map.of());
      case Shape.Mapping mapping ->
          Catalogue.ACTIONS.entrySet().stream()
              .filter(action -> action.getValue() == mapping.type())
              .map(action -> "as the action `%s`".formatted(action.getKey()))
              .findFirst()
              .orElse("keys below");
      case Shape.Kind kind -> "one " + kind.noun();
    };
  }

  private static String single(Shape.Single single) {
    String text =
        single.grammar() instanceof Choice choice
            ? "`" + String.join("`, `", choice.words()) + "`"
            : single
                .grammar()
                .describe()
                .replaceFirst("^an? ", "")
                .replaceAll(",? such as .*?(?=, an? | or an? |$)", "");
    boolean limited = !single.range().atLeast().isEmpty() || !single.range().atMost().isEmpty();
    return limited ? text + ", " + single.range().describe() : text;
  }

  private static String absent(Part.Key key) {
    return switch (key.presence()) {
      case Part.Required() -> "**needed**";
      case Part.MayBeAbsent() -> "";
      case Part.Falls(var back) -> {
        String text = fallback(back);
        yield text.isEmpty() ? "" : "`" + text + "`";
      }
    };
  }

  private static String fallback(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.text();
      case Value.Items items ->
          items.values().isEmpty()
              ? ""
              : "["
                  + String.join(", ", items.values().stream().map(ReferenceTest::fallback).toList())
                  + "]";
      case Value.Fields _ -> "";
    };
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  @Test
  void understands_what_it_writes() {
    assertThat(fallback(Yaml.value("[5%, 100%]"))).isEqualTo("[5%, 100%]");
  }
}
