package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Difference;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.text.YamlText;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.DidYouMean;
import dev.evenkeel.server.inventory.DocumentChange;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.TermsForm;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.file.AfterNames.Mention;
import dev.evenkeel.server.schedule.timetable.file.UpgradeReader.Sheet;
import dev.evenkeel.server.schedule.timetable.store.TermsStore;
import dev.evenkeel.server.schedule.timetable.store.TermsStore.Written;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One text of upgrades on its way into the book, within one transaction. All upgrades come first
 * and what is planned of them second, because plans name upgrades of the same text.
 */
final class Applying {
  private final UpgradeBook upgrades;
  private final TermsDesk desk;
  private final TermsStore plans;
  private final Estate estate;
  private final Actor actor;
  private final Findings findings;
  private final Map<String, UpgradeId> names;
  private final Map<String, Map<String, Object>> before = new HashMap<>();
  private final Map<String, Map<String, Object>> after = new LinkedHashMap<>();

  Applying(
      UpgradeBook upgrades,
      TermsDesk desk,
      TermsStore plans,
      Estate estate,
      Actor actor,
      Findings findings) {
    this.upgrades = upgrades;
    this.desk = desk;
    this.plans = plans;
    this.estate = estate;
    this.actor = actor;
    this.findings = findings;
    this.names = new HashMap<>(upgrades.names());
  }

  /**
   * @return what has changed; worth nothing when there are findings
   */
  AppliedUpgrades apply(Map<String, Sheet> sheets) {
    sheets.values().forEach(this::terms);
    if (!findings.hasErrors()) {
      sheets.values().stream()
          .filter(sheet -> sheet.says().schedule().isPresent())
          .forEach(this::schedule);
    }
    List<DocumentChange> changes = new ArrayList<>();
    after.forEach((name, fields) -> change(name, fields).ifPresent(changes::add));
    Map<String, Long> numbers = new HashMap<>();
    after.keySet().forEach(name -> numbers.put(name, number(name)));
    return AppliedUpgrades.of(changes, numbers);
  }

  private Optional<DocumentChange> change(String name, Map<String, Object> fields) {
    Optional<Map<String, Object>> there = Optional.ofNullable(before.get(name));
    Map<String, Object> nothing =
        fields.containsKey("schedule") ? Map.of("schedule", Map.of()) : Map.of();
    List<Difference> differences = Difference.between(there.orElse(nothing), fields);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DocumentChange(
                UpgradeReader.KIND,
                name,
                there.isPresent() ? Change.Sort.CHANGED : Change.Sort.ADDED,
                differences));
  }

  private void terms(Sheet sheet) {
    String name = sheet.says().name();
    Optional<Upgrade> there = Optional.ofNullable(names.get(name)).map(upgrades::get);
    Optional<Terms> were = there.map(Upgrade::terms);
    Typed typed = SaidTerms.typed(sheet.says(), were, estate);
    Optional<Terms> terms = TermsForm.read(typed, estate, were, upgrades.firstDay());
    typed
        .wrong()
        .forEach((path, says) -> {
          String key = path.replaceAll("\\[.*", "");
          says.forEach(one ->
              findings.add(
                  Rule.OUT_OF_RANGE,
                  sheet.written().whereOf(key),
                  "`%s` of %s: %s".formatted(key, name, one),
                  ""));
        });
    terms.ifPresent(said -> keep(name, there, said));
  }

  private void keep(String name, Optional<Upgrade> there, Terms said) {
    there.ifPresent(upgrade -> before.put(name, SaidTerms.fields(upgrade.terms())));
    after.put(name, SaidTerms.fields(said));
    if (there.isEmpty()) {
      UpgradeId id = upgrades.add(said, actor).id();
      upgrades.name(id, name);
      names.put(name, id);
    } else if (!there.get().terms().equals(said)) {
      upgrades.edit(there.get().id(), said, there.get().version(), actor);
    }
  }

  private void schedule(Sheet sheet) {
    List<Mention> unknown =
        AfterNames.in(sheet.written()).stream()
            .filter(mention -> !names.containsKey(mention.name()))
            .toList();
    unknown.forEach(this::unknown);
    if (unknown.isEmpty()) {
      plan(
          sheet.says().name(),
          sheet.written(),
          PlanText.of(UpgradeReader.mended(sheet.written(), this::number, new Findings(""))));
    }
  }

  private void unknown(Mention mention) {
    findings.add(
        Rule.UNKNOWN_WORD,
        mention.where(),
        "No upgrade is named '%s', neither in the text nor by one before."
            .formatted(mention.name()),
        DidYouMean.of(mention.name(), names.keySet())
            .map("Did you mean '%s'?"::formatted)
            .orElse("Mend its name, or say its number."));
  }

  private void plan(String name, Value.Fields written, Map<String, Object> said) {
    UpgradeId id = Objects.requireNonNull(names.get(name));
    Optional<Written> kept = plans.newest(id);
    Map<String, Object> planned = PlanText.read(kept.map(Written::body).orElse(""));
    Optional.ofNullable(before.get(name))
        .ifPresent(fields -> fields.put("schedule", PlanText.named(planned, names)));
    Objects.requireNonNull(after.get(name)).put("schedule", PlanText.named(said, names));
    if (said.equals(planned)) {
      return;
    }
    try {
      desk.keep(id, YamlText.of(said), kept.map(Written::version).orElse(0L), actor);
    } catch (Refused refused) {
      if (refused.kind() != Refused.Kind.INVALID) {
        throw refused;
      }
      findings.add(
          Rule.OUT_OF_RANGE,
          written.whereKey("schedule"),
          "`schedule` of %s: %s"
              .formatted(
                  name,
                  String.valueOf(refused.getMessage())
                      .replace("\nNothing was changed.", "")
                      .replace("\n", " ")),
          "");
    }
  }

  private long number(String name) {
    return Objects.requireNonNull(names.get(name)).value();
  }
}
