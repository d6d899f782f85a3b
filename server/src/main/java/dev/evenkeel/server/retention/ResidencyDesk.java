package dev.evenkeel.server.retention;

import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Sensitivity;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.retention.store.RetentionStore;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where data may be. Where a system is, says its label {@code region}; without one, its location.
 */
@Service
public class ResidencyDesk {
  private final RetentionStore store;
  private final EstateBook estate;
  private final SheetBook sheets;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ResidencyDesk(
      RetentionStore store,
      EstateBook estate,
      SheetBook sheets,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.estate = estate;
    this.sheets = sheets;
    this.events = events;
    this.clock = clock;
  }

  /** Of each kind of data, also of those of which nobody said anything. */
  public List<Residency> rules() {
    Map<Sensitivity, Residency> said =
        store.residencies().stream()
            .collect(Collectors.toMap(Residency::data, Function.identity()));
    return Arrays.stream(Sensitivity.values())
        .map(data -> said.getOrDefault(data, new Residency(data, List.of(), 0)))
        .toList();
  }

  /** Where systems of the estate are, as they say it. */
  public List<String> regions() {
    return estate.estate().all(EntryKind.SYSTEM).values().stream()
        .flatMap(document -> region((EstateSystem) document.entry()).stream())
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  /** Those of the regions in which no system of the estate is. */
  public List<String> unknown(List<String> regions) {
    List<String> known = regions();
    return regions.stream().filter(one -> known.stream().noneMatch(one::equalsIgnoreCase)).toList();
  }

  @Transactional
  public void keep(Sensitivity data, List<String> regions, long seen, Actor actor) {
    if (!store.keep(data, regions, seen, actor, clock.instant())) {
      throw new Refused(
          Refused.Kind.STALE, "Somebody else changed where data may be. Load it again.");
    }
    events.publishEvent(
        Auditable.by(actor, "residency changed", "/settings/retention")
            .with("data", data.name().toLowerCase(Locale.ROOT))
            .with("regions", regions.isEmpty() ? "anywhere" : String.join("; ", regions)));
  }

  /**
   * What speaks against the data of an upgrade: each system it changes and each that reads or
   * writes its data, held against the rules of all kinds of data that it holds; and the region into
   * which the roll-out moves data. A place that nobody knows is none of those that are allowed.
   */
  public List<String> violations(Upgrade upgrade) {
    List<Residency> rules = rules().stream().filter(one -> !one.regions().isEmpty()).toList();
    if (rules.isEmpty()) {
      return List.of();
    }
    Estate now = estate.estate();
    Optional<String> target = sheets.get(upgrade.id(), SheetKind.ROLLOUT).sheet().data().region();
    Set<String> wrong = new LinkedHashSet<>();
    for (String name : upgrade.terms().systems()) {
      now.system(name)
          .ifPresent(system -> {
            for (Residency rule : rules) {
              if (system.holds().contains(rule.data())) {
                check(rule, system.shownAs(), region(system), wrong);
                target.ifPresent(
                    to -> check(rule, "where the roll-out moves data", Optional.of(to), wrong));
                users(now, system)
                    .forEach(other -> check(rule, other.shownAs(), region(other), wrong));
              }
            }
          });
    }
    return List.copyOf(wrong);
  }

  /** Those that read or write its data. */
  private static List<EstateSystem> users(Estate estate, EstateSystem system) {
    return estate.all(EntryKind.SYSTEM).values().stream()
        .map(document -> (EstateSystem) document.entry())
        .filter(other -> moves(other, system) || moves(system, other))
        .toList();
  }

  private static boolean moves(EstateSystem one, EstateSystem other) {
    return one.dependsOn().stream()
        .filter(need -> need.type() == DependencyType.DATA)
        .map(Dependency::system)
        .anyMatch(other.name()::equals);
  }

  private static Optional<String> region(EstateSystem system) {
    return Optional.ofNullable(system.labels().get("region")).or(system::location);
  }

  private static void check(
      Residency rule, String where, Optional<String> region, Set<String> wrong) {
    if (region.filter(one -> rule.regions().stream().anyMatch(one::equalsIgnoreCase)).isEmpty()) {
      wrong.add(
          "Data of the kind %s may be in %s only; %s is %s."
              .formatted(
                  rule.data().name().toLowerCase(Locale.ROOT),
                  String.join("; ", rule.regions()),
                  where,
                  region.map(one -> "in " + one).orElse("nobody knows where")));
    }
  }
}
