package dev.evenkeel.server.comms.draft;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.evenkeel.runbook.grammar.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a message with gaps for facts, as people edit it: a line {@code Subject: …}, then the
 * text, in the notation of Mustache. It has no logic but 'if this is known', so whoever edits one
 * can reach nothing but the facts.
 */
public final class Wording {
  private static final String SUBJECT = "Subject:";
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST = 20_000;

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .escapeHTML(false)
          .defaultValue("")
          .withLoader(name -> {
            throw new MustacheException("{{>" + name + "}} is not taken here");
          });

  /** Sections that are there for some readers only. */
  private static final Set<String> READERS =
      Arrays.stream(AudienceClass.values())
          .map(AudienceClass::word)
          .collect(Collectors.toUnmodifiableSet());

  private final Template subject;
  private final Template text;

  private Wording(Template subject, Template text) {
    this.subject = subject;
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException when it is none, in words for whoever wrote it
   */
  public static Wording of(String written) {
    String plain = written.replace("\r\n", "\n").strip();
    if (plain.length() > LONGEST) {
      throw new IllegalArgumentException(
          "It has %d characters; %d fit.".formatted(plain.length(), LONGEST));
    }
    int end = plain.indexOf('\n');
    if (!plain.startsWith(SUBJECT) || end < 0) {
      throw new IllegalArgumentException(
          "Its first line must be the subject, such as 'Subject: {{title}}', and the text must follow below.");
    }
    try {
      Template subject = COMPILER.compile(plain.substring(SUBJECT.length(), end).strip());
      Template text = COMPILER.compile(plain.substring(end + 1));
      Stream.of(subject, text).forEach(Wording::requireKnown);
      return new Wording(subject, text);
    } catch (MustacheException broken) {
      throw new IllegalArgumentException(
          "It cannot be read: %s. Each {{#name}} needs its {{/name}}."
              .formatted(broken.getMessage()),
          broken);
    }
  }

  /** The text that is shipped. */
  public static String shipped(Occasion occasion, Language language) {
    return Words.shipped(occasion, language);
  }

  private static void requireKnown(Template template) {
    Set<String> names = new TreeSet<>();
    template.visit(
        new Mustache.Visitor() {
          @Override
          public void visitText(String text) {}

          @Override
          public void visitVariable(String name) {
            names.add(name);
          }

          @Override
          public boolean visitInclude(String name) {
            throw new MustacheException("{{>" + name + "}} is not taken here");
          }

          @Override
          public boolean visitSection(String name) {
            names.add(name);
            return true;
          }

          @Override
          public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
          }
        });
    List<String> all =
        Stream.concat(Arrays.stream(Known.values()).map(Known::word), READERS.stream())
            .sorted()
            .toList();
    names.stream()
        .filter(name -> !all.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              "There is no fact '%s'.%s There are %s."
                  .formatted(
                      name,
                      DidYouMean.of(name, all)
                          .map(near -> " Did you mean '%s'?".formatted(near))
                          .orElse(""),
                      String.join(", ", all)));
        });
  }

  /** What it says to these readers with what is known now. */
  public Draft write(Facts facts, Audience audience) {
    Map<String, Object> told = Spoken.of(facts, audience);
    READERS.forEach(reader -> told.put(reader, reader.equals(audience.detail().word())));
    String line = subject.execute(told).replaceAll("\\p{Cntrl}+", " ").strip();
    return new Draft(
        line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT - 1) + "…" : line,
        text.execute(told).replaceAll("\n{3,}", "\n\n").strip() + "\n");
  }
}
