package dev.evenkeel.optimiser.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a problem must keep to, so that all else can rely on it. */
final class ProblemRules {
  private static final int MINUTES_OF_A_DAY = 1_440;
  private static final int LONGEST = 1_000_000;

  private final Problem problem;
  private final List<String> findings = new ArrayList<>();

  private ProblemRules(Problem problem) {
    this.problem = problem;
  }

  static List<String> findings(Problem problem) {
    ProblemRules rules = new ProblemRules(problem);
    rules.frame();
    if (rules.findings.isEmpty()) {
      rules.parts();
    }
    if (rules.findings.isEmpty()) {
      rules.noCircle();
    }
    return rules.findings;
  }

  private void frame() {
    if (!Problem.FORMAT.equals(problem.format())) {
      say("format: it is '%s'. Write '%s'.", problem.format(), Problem.FORMAT);
    }
    if (problem.slotMinutes() < 1 || MINUTES_OF_A_DAY % problem.slotMinutes() != 0) {
      say(
          "slotMinutes: %d is no length of which a day has a whole number. Take 60, 30 or 15.",
          problem.slotMinutes());
    }
    if (problem.horizonSlots() < 1 || problem.horizonSlots() > LONGEST) {
      say(
          "horizonSlots: %d slots cannot be planned. Take 1 to %,d.",
          problem.horizonSlots(), LONGEST);
    }
  }

  private void parts() {
    Set<String> calendars = ids("calendars", problem.calendars(), Calendar::id);
    Set<String> profiles = ids("profiles", problem.profiles(), Profile::id);
    Set<String> systems = ids("systems", problem.systems(), PlannedSystem::id);
    Set<String> resources = ids("resources", problem.resources(), Resource::id);
    Set<String> budgets = ids("budgets", problem.budgets(), Budget::id);
    Set<String> upgrades = ids("upgrades", problem.upgrades(), Upgrade::id);
    ids("groups", problem.groups(), Group::id);
    problem.calendars().forEach(this::calendar);
    problem.profiles().forEach(this::profile);
    problem.resources().forEach(one -> amounts("resource " + one.id(), one.capacity()));
    problem.budgets().forEach(one -> amounts("budget " + one.id(), one.periods()));
    problem.freezes().forEach(freeze -> freeze(freeze, systems));
    for (PlannedSystem system : problem.systems()) {
      String at = "system " + system.id();
      known(at, "calendar", system.calendar(), calendars);
      known(at, "profile", system.profile(), profiles);
      system.dependents().forEach(one -> known(at, "dependent", one.system(), systems));
      notNegative(at, "criticality", system.criticality());
    }
    for (Group group : problem.groups()) {
      String at = "group " + group.id();
      group.systems().forEach(one -> known(at, "system", one, systems));
      notNegative(at, "gap", group.gap());
      if (group.maxParallel() < 1) {
        say(
            "%s: maxParallel is %d. At least one upgrade must be allowed.",
            at, group.maxParallel());
      }
    }
    for (Upgrade upgrade : problem.upgrades()) {
      known("upgrade " + upgrade.id(), "system", upgrade.system(), systems);
      known("upgrade " + upgrade.id(), "budget", upgrade.budget(), budgets);
      upgrade(upgrade, calendars, resources);
    }
    for (Precedence one : problem.precedences()) {
      String at = "precedence %s before %s".formatted(one.before(), one.after());
      known(at, "upgrade", one.before(), upgrades);
      known(at, "upgrade", one.after(), upgrades);
      notNegative(at, "minLag", one.minLag());
    }
  }

  private void calendar(Calendar calendar) {
    int last = -1;
    for (Interval open : calendar.open()) {
      if (open.from() <= last || open.to() <= open.from()) {
        say(
            "calendar %s: the window %d to %d is empty, or does not come after the one before.",
            calendar.id(), open.from(), open.to());
      }
      last = open.to();
    }
    if (!calendar.open().isEmpty()
        && (calendar.open().getFirst().from() < 0 || last > problem.horizonSlots())) {
      say("calendar %s: it leaves the horizon of %d slots.", calendar.id(), problem.horizonSlots());
    }
  }

  private void profile(Profile profile) {
    int hours = problem.hour(problem.horizonSlots() - 1) + 1;
    if (profile.hourly().size() < hours) {
      say(
          "profile %s: it has %d hours, the horizon has %d. Give the demand of every hour.",
          profile.id(), profile.hourly().size(), hours);
    }
    if (profile.hourly().stream().anyMatch(demand -> demand < 0)) {
      say("profile %s: a demand is less than nothing.", profile.id());
    }
  }

  private void amounts(String at, List<Amount> amounts) {
    int last = 0;
    for (Amount amount : amounts) {
      if (amount.from() < last || amount.to() <= amount.from()) {
        say(
            "%s: %d to %d is empty, or overlaps what stands before it.",
            at, amount.from(), amount.to());
      }
      last = amount.to();
      notNegative(at, "amount", amount.amount());
    }
    if (last > problem.horizonSlots()) {
      say("%s: it leaves the horizon of %d slots.", at, problem.horizonSlots());
    }
  }

  private void freeze(Freeze freeze, Set<String> systems) {
    String at = "freeze " + freeze.id();
    freeze
        .systems()
        .ifPresent(some -> some.forEach(system -> known(at, "system", system, systems)));
    if (freeze.to() < freeze.from()) {
      say("%s: it ends before it begins.", at);
    }
  }

  private void upgrade(Upgrade upgrade, Set<String> calendars, Set<String> resources) {
    String at = "upgrade " + upgrade.id();
    notNegative(at, "deferPenalty", upgrade.deferPenalty());
    if (upgrade.modes().isEmpty()) {
      say("%s: it has no mode. Say at least one way to carry it out.", at);
    }
    ids(at + ", modes", upgrade.modes(), Mode::id);
    for (Mode mode : upgrade.modes()) {
      String in = "%s, mode %s".formatted(at, mode.id());
      mode.calendar().ifPresent(calendar -> known(in, "calendar", calendar, calendars));
      notNegative(in, "work", mode.work());
      notNegative(in, "buffer", mode.buffer());
      notNegative(in, "rollback", mode.rollback());
      notNegative(in, "cost", mode.cost());
      if (mode.length() < 1) {
        say("%s: it takes no time.", in);
      }
      for (Mode.Need need : mode.needs()) {
        known(in, "resource", need.resource(), resources);
        notNegative(in, "need of " + need.resource(), need.amount());
      }
      for (Mode.Down down : mode.down()) {
        if (down.offset() < 0 || down.slots() < 0 || down.offset() + down.slots() > mode.length()) {
          say("%s: it is away outside of its %d slots.", in, mode.length());
        }
        notNegative(in, "outage", down.outage());
      }
    }
  }

  /** Each must come before itself in a circle; names one. */
  private void noCircle() {
    Map<String, List<String>> before =
        problem.precedences().stream()
            .collect(
                Collectors.groupingBy(
                    Precedence::after,
                    Collectors.mapping(Precedence::before, Collectors.toList())));
    Set<String> done = new HashSet<>();
    for (String start : before.keySet().stream().sorted().toList()) {
      circle(start, before, new LinkedHashSet<>(), done);
      if (!findings.isEmpty()) {
        return;
      }
    }
  }

  private void circle(
      String here, Map<String, List<String>> before, LinkedHashSet<String> way, Set<String> done) {
    if (done.contains(here) || !findings.isEmpty()) {
      return;
    }
    if (!way.add(here)) {
      List<String> all = new ArrayList<>(way);
      say(
          "precedences: %s come before themselves. Remove one of these precedences.",
          String.join(" after ", all.subList(all.indexOf(here), all.size())));
      return;
    }
    before.getOrDefault(here, List.of()).forEach(next -> circle(next, before, way, done));
    way.remove(here);
    done.add(here);
  }

  private <T> Set<String> ids(String at, Collection<T> things, Function<T, String> id) {
    Map<String, Integer> seen = new HashMap<>();
    things.forEach(thing -> seen.merge(id.apply(thing), 1, Integer::sum));
    seen.forEach((name, times) -> {
      if (times > 1) {
        say("%s: '%s' stands there %d times. Give each a name of its own.", at, name, times);
      }
    });
    return seen.keySet();
  }

  private void known(String at, String what, String name, Set<String> known) {
    if (!known.contains(name)) {
      say("%s: there is no %s '%s'. Mend the spelling, or add it.", at, what, name);
    }
  }

  private void notNegative(String at, String what, long number) {
    if (number < 0) {
      say("%s: %s is %d. It cannot be less than 0.", at, what, number);
    }
  }

  private void say(String text, Object... values) {
    findings.add(text.formatted(values));
  }
}
