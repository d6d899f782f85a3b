package dev.evenkeel.server.plan;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.version.Step;
import dev.evenkeel.estate.version.Version;
import dev.evenkeel.server.shared.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads what people say of an upgrade, and fills in what the estate and the versions say. */
public final class TermsForm {
  private static final int LINE = 200;
  private static final int TEXT = 4_000;
  private static final int MOST_SYSTEMS = 200;
  private static final int WEEK_MINUTES = 7 * 24 * 60;

  private TermsForm() {}

  /**
   * Empty when something is wrong; what is, is said to {@code typed}.
   *
   * @param before the terms there are; their day may stay when it has gone by
   * @param firstDay days before it lie in the past
   */
  public static Optional<Terms> read(
      Typed typed, Estate estate, Optional<Terms> before, LocalDate firstDay) {
    List<String> systems = systems(typed, estate);
    String from = typed.words("from", LINE).or(() -> running(systems, estate)).orElse("");
    // What runs may come from the systems; while these are wrong nobody knows whether it is
    // missing.
    if (from.isEmpty() && typed.says("systems").isEmpty()) {
      typed.wrong(
          "from",
          "This is missing, and the estate does not say which version runs. Write the version that runs now.");
    }
    String to = typed.needed("to", LINE, "Write the version to go to.");
    Optional<UpgradeClass> upgradeClass = upgradeClass(typed, from, to);
    String owner = typed.needed("owner", LINE, "Name the person who answers for it.");
    String why = typed.words("why", TEXT).orElse("");
    String title = typed.words("title", LINE).orElseGet(() -> usualTitle(systems, to, estate));
    var goLive = goLive(typed, before.flatMap(Terms::goLive), firstDay);
    var downtime = typed.whole("downtimeMinutes", 0, WEEK_MINUTES);
    var wayBack = typed.words("wayBack", TEXT);
    if (typed.isWrong()) {
      return Optional.empty();
    }
    return Optional.of(
        new Terms(
            title,
            why,
            systems,
            from,
            to,
            upgradeClass.orElseThrow(),
            owner,
            goLive,
            downtime,
            wayBack));
  }

  private static Optional<LocalDate> goLive(
      Typed typed, Optional<LocalDate> before, LocalDate firstDay) {
    Optional<LocalDate> day = typed.day("goLive");
    day.filter(one -> one.isBefore(firstDay) && !day.equals(before))
        .ifPresent(one ->
            typed.wrong(
                "goLive",
                "%s lies in the past. Write the day on which it will happen, or leave it empty until that is known."
                    .formatted(one)));
    return day;
  }

  private static List<String> systems(Typed typed, Estate estate) {
    var names = new LinkedHashSet<String>();
    Arrays.stream(typed.text("systems").split("[\\s,;]+"))
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    for (int row = 0; row < typed.rows("systems"); row++) {
      String name = typed.text("systems[%d]".formatted(row));
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    List<String> unknown = names.stream().filter(name -> estate.system(name).isEmpty()).toList();
    if (names.isEmpty()) {
      typed.wrong("systems", "This is missing. Name the system that is upgraded.");
    } else if (names.size() > MOST_SYSTEMS) {
      typed.wrong(
          "systems",
          "%d systems are named; %d fit. Make several upgrades of it."
              .formatted(names.size(), MOST_SYSTEMS));
    } else if (!unknown.isEmpty()) {
      typed.wrong(
          "systems",
          "%s %s not in the estate. Add %s there first, or mend the spelling."
              .formatted(
                  String.join(", ", unknown),
                  unknown.size() == 1 ? "is" : "are",
                  unknown.size() == 1 ? "it" : "them"));
    }
    return new ArrayList<>(names);
  }

  /** What an upgrade is called while nobody has said anything else. */
  public static String usualTitle(List<String> systems, String to, Estate estate) {
    return "%s to %s".formatted(String.join(", ", titles(systems, estate)), to);
  }

  private static List<String> titles(List<String> systems, Estate estate) {
    return systems.stream()
        .map(name -> estate.system(name).map(EstateSystem::shownAs).orElse(name))
        .toList();
  }

  private static Optional<String> running(List<String> systems, Estate estate) {
    List<String> versions =
        systems.stream()
            .flatMap(name -> estate.system(name).flatMap(EstateSystem::version).stream())
            .distinct()
            .toList();
    return versions.size() == 1 ? Optional.of(versions.getFirst()) : Optional.empty();
  }

  private static Optional<UpgradeClass> upgradeClass(Typed typed, String from, String to) {
    Optional<UpgradeClass> said = typed.choice("upgradeClass", UpgradeClass.class);
    if (from.isEmpty()
        || to.isEmpty()
        || said.isPresent()
        || !typed.says("upgradeClass").isEmpty()) {
      return said;
    }
    Step step = step(from, to);
    switch (step.size()) {
      case PATCH -> said = Optional.of(UpgradeClass.PATCH);
      case MINOR -> said = Optional.of(UpgradeClass.MINOR);
      case MAJOR -> said = Optional.of(UpgradeClass.MAJOR);
      case NONE, DOWNGRADE ->
          typed.wrong(
              "to",
              "This is no upgrade: %s. Write a newer version, or say the class if it is another product."
                  .formatted(step.reason()));
      case UNKNOWN ->
          typed.wrong(
              "upgradeClass",
              "The versions do not say how much changes: %s. Choose it.".formatted(step.reason()));
    }
    return said;
  }

  private static Step step(String from, String to) {
    Optional<Version> before = Version.ofProduct(from);
    Optional<Version> after = Version.ofProduct(to);
    return before.isPresent() && after.isPresent()
        ? Step.between(before.get(), after.get())
        : new Step(
            Step.Size.UNKNOWN,
            "'%s' has no numbers to compare".formatted(before.isEmpty() ? from : to));
  }
}
