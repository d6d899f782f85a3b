package dev.evenkeel.server.tasks;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.grammar.DidYouMean;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Refused.Kind;
import dev.evenkeel.server.shared.Sha256;
import dev.evenkeel.server.tasks.store.TemplateStore;
import dev.evenkeel.server.tasks.template.Template;
import dev.evenkeel.server.tasks.template.TemplateReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of templates. What stands on it is well; a change is a new version. */
@Service
public class TemplateShelf {
  private static final int MOST = 1_000;
  private static final Pattern NAME = Pattern.compile("(?m)^name:[ \\t]*[^\\r\\n]*$");
  private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \\t]*[^\\r\\n]*$");

  private final TemplateStore store;
  private final Clock clock;

  TemplateShelf(TemplateStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The newest version of each, those that came with Evenkeel in their order first. */
  public List<TemplateVersion> list() {
    return store.newest().stream()
        .sorted(
            java.util.Comparator.comparingInt((TemplateVersion one) -> place(one.name()))
                .thenComparing(TemplateVersion::title))
        .toList();
  }

  private static int place(String name) {
    int place = ShippedTemplates.NAMES.indexOf(name);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  public List<TemplateVersion> versions(String name) {
    List<TemplateVersion> versions = store.versions(name);
    if (versions.isEmpty()) {
      List<String> known = store.newest().stream().map(TemplateVersion::name).toList();
      throw new Refused(
          Kind.NOT_FOUND,
          "There is no template '%s'.%s"
              .formatted(
                  name,
                  DidYouMean.of(name, known).map(" Did you mean '%s'?"::formatted).orElse("")));
    }
    return versions;
  }

  public KeptTemplate get(String name) {
    return get(name, Optional.empty());
  }

  /**
   * @param version the newest when it is empty
   */
  public KeptTemplate get(String name, Optional<Integer> version) {
    TemplateVersion found =
        versions(name).stream()
            .filter(one -> version.isEmpty() || one.version() == version.get())
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    Kind.NOT_FOUND,
                    "Template %s has no version %d.".formatted(name, version.orElse(0))));
    String text = store.text(name, found.version()).orElseThrow();
    return new KeptTemplate(
        found,
        text,
        TemplateReader.read(name, text)
            .template()
            .orElseThrow(() ->
                new IllegalStateException(
                    "What was kept of template %s is not well".formatted(name))));
  }

  /**
   * Takes a text in as a new template, or a new version of one. The same text again changes
   * nothing.
   *
   * @param file name shown in findings
   * @throws Refused with all that is wrong; then nothing is kept
   */
  @Transactional
  public KeptTemplate take(String file, String text, Actor actor) {
    Template template = read(file, text);
    if (ShippedTemplates.NAMES.contains(template.name())) {
      throw new Refused(
          Kind.NOT_NOW,
          "Template %s comes with Evenkeel and is not changed. Clone it under another name and change that. Nothing was kept."
              .formatted(template.name()));
    }
    return keep(template, text, false, actor);
  }

  /** The same under another name. */
  @Transactional
  public KeptTemplate copy(String name, String to, Optional<String> title, Actor actor) {
    if (!Names.ENTRY.fit(to)) {
      throw new Refused(
          Kind.INVALID,
          "'%s' cannot be the name of a template: it consists of %s."
              .formatted(to, Names.ENTRY.says()));
    }
    if (!store.versions(to).isEmpty()) {
      throw new Refused(
          Kind.NOT_NOW, "There is a template %s already. Choose another name.".formatted(to));
    }
    KeptTemplate from = get(name);
    String text = replaced(NAME, from.text(), "name: " + to);
    String shown = title.orElse(from.template().title() + " (copy)").strip();
    text = replaced(TITLE, text, "title: '%s'".formatted(shown.replace("'", "''")));
    return take(to + ".yaml", text, actor);
  }

  private static String replaced(Pattern pattern, String text, String by) {
    return pattern.matcher(text).replaceFirst(Matcher.quoteReplacement(by));
  }

  /** Puts onto the shelf what comes with the program and is not there yet. */
  @Transactional
  public void ship(List<String> texts) {
    Set<String> there = store.shippedDigests();
    if (texts.stream().map(Sha256::hexOf).allMatch(there::contains)) {
      return;
    }
    store.lock();
    for (String text : texts) {
      keep(read("shipped", text), text, true, Actor.EVENKEEL);
    }
  }

  private KeptTemplate keep(Template template, String text, boolean shipped, Actor actor) {
    store.lock();
    List<TemplateVersion> versions = store.versions(template.name());
    String digest = Sha256.hexOf(text);
    if (!versions.isEmpty() && versions.getFirst().digest().equals(digest)) {
      return new KeptTemplate(versions.getFirst(), text, template);
    }
    if (versions.isEmpty() && store.newest().size() >= MOST) {
      throw new Refused(
          Kind.TOO_LARGE, "There are %d templates already; no more fit.".formatted(MOST));
    }
    var version =
        new TemplateVersion(
            template.name(),
            versions.isEmpty() ? 1 : versions.getFirst().version() + 1,
            template.title(),
            template.allSteps().size(),
            shipped,
            digest,
            actor,
            clock.instant());
    store.add(version, text);
    return new KeptTemplate(version, text, template);
  }

  /** What a text says, if nothing is wrong with it. */
  static Template read(String file, String text) {
    TemplateReader.Reading reading = TemplateReader.read(file, text);
    return reading
        .template()
        .orElseThrow(() -> {
          String all =
              reading.findings().stream().map(TemplateShelf::says).collect(Collectors.joining(" "));
          return new Refused(Kind.INVALID, all + " Nothing was kept.")
              .with("findings", reading.findings());
        });
  }

  private static String says(Finding found) {
    return "Line %d, column %d: %s %s"
        .formatted(found.where().line(), found.where().column(), found.message(), found.wayOut());
  }
}
