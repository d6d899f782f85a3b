package dev.evenkeel.runbook.yaml;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2. Works on the parser's events, because the library's own tree is built recursively
 * and a text of brackets would exhaust the stack.
 */
public final class Yaml {
  private Yaml() {}

  /**
   * Reads the one document of a text.
   *
   * @return empty when there is none or it cannot be told what it says; the findings say why
   */
  public static Optional<Value> read(String text, Findings findings) {
    if (!Characters.acceptable(text, findings)) {
      return Optional.empty();
    }
    List<Value> documents = new ArrayList<>();
    parse(text, findings, composer -> composer.document().ifPresent(documents::add));
    return documents.stream().findFirst();
  }

  /**
   * Reads all documents of a text, one after the other, until one cannot be told: what is wrong
   * with the text itself, not with what it says, ends the reading with a finding.
   *
   * @param longest most characters that are read
   */
  public static void each(String text, int longest, Findings findings, Consumer<Value> documents) {
    if (Characters.acceptable(text, longest, findings)) {
      parse(text, findings, composer -> composer.each(documents));
    }
  }

  private static void parse(String text, Findings findings, Consumer<Composer> reading) {
    try {
      Iterator<Event> events = new Parse(settings(text)).parseString(text).iterator();
      reading.accept(new Composer(events, findings));
    } catch (Composer.GivenUp _) {
      // the finding is there
    } catch (MarkedYamlEngineException e) {
      Where where =
          e.getProblemMark().or(e::getContextMark).map(Marks::where).orElse(Where.NOWHERE);
      findings.add(
          Rule.YAML_SYNTAX, where, SyntaxTrouble.message(e), SyntaxTrouble.wayOut(e, text, where));
    } catch (YamlEngineException e) {
      findings.add(
          Rule.YAML_SYNTAX,
          Where.NOWHERE,
          "This is not YAML: it cannot be read to its end.",
          "Check the text for characters that do not belong there.");
    }
  }

  private static LoadSettings settings(String text) {
    // The library's reader fails where a character of two units falls on the border of its buffer;
    // a buffer for the whole text has no such border.
    return LoadSettings.builder()
        .setLabel("runbook")
        .setSchema(new CoreSchema())
        .setBufferSize(text.length() + 2)
        .build();
  }

  /** The value of a short text from our own code. */
  public static Value value(String text) {
    Findings findings = new Findings("code");
    return read(text, findings)
        .orElseThrow(() -> new IllegalStateException(text + ": " + findings.inOrder()));
  }
}
