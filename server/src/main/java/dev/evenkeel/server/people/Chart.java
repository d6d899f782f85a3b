package dev.evenkeel.server.people;

import static dev.evenkeel.server.people.Letter.A;
import static dev.evenkeel.server.people.Letter.AR;
import static dev.evenkeel.server.people.Letter.C;
import static dev.evenkeel.server.people.Letter.I;
import static dev.evenkeel.server.people.Letter.R;
import static dev.evenkeel.server.people.TeamRole.BUSINESS_SPONSOR;
import static dev.evenkeel.server.people.TeamRole.COMMUNICATOR;
import static dev.evenkeel.server.people.TeamRole.CUSTOMER_SUPPORT;
import static dev.evenkeel.server.people.TeamRole.DOMAIN_OWNER;
import static dev.evenkeel.server.people.TeamRole.IT_MANAGER;
import static dev.evenkeel.server.people.TeamRole.LEAD_ENGINEER;
import static dev.evenkeel.server.people.TeamRole.OPERATIONS;
import static dev.evenkeel.server.people.TeamRole.PRODUCT_MANAGER;
import static dev.evenkeel.server.people.TeamRole.UPGRADE_LEAD;
import static dev.evenkeel.server.people.TeamRole.VALIDATOR;

import dev.evenkeel.server.people.Duties.Duty;
import dev.evenkeel.server.tasks.ChartLine;
import dev.evenkeel.server.tasks.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Proposes the chart of duties that most upgrades need. */
public final class Chart {
  private Chart() {}

  /**
   * The usual lines, then one for each task whose template says whose it is, in place of the usual
   * line of that name. Whoever has no other part in a line is informed. Where nobody of the team
   * has the part that answers for a line, the next who could does: the IT manager, the upgrade
   * lead, the sponsor.
   */
  public static Duties proposed(Team team, Collection<ChartLine> lines) {
    List<Duty> rows = new ArrayList<>();
    rows.add(row(team, "Carry out the upgrade", Map.of(LEAD_ENGINEER, R, IT_MANAGER, A)));
    rows.add(
        row(
            team,
            "Success of the upgrade",
            Map.of(IT_MANAGER, A, UPGRADE_LEAD, R, BUSINESS_SPONSOR, C)));
    rows.add(
        row(
            team,
            "Changes to features",
            Map.of(IT_MANAGER, A, LEAD_ENGINEER, R, PRODUCT_MANAGER, C)));
    rows.add(row(team, "Verify mappings of data", Map.of(DOMAIN_OWNER, A, LEAD_ENGINEER, R)));
    rows.add(
        row(
            team,
            "Decide on going back",
            Map.of(BUSINESS_SPONSOR, AR, LEAD_ENGINEER, C, IT_MANAGER, C)));
    rows.add(
        row(
            team,
            "Speak to users",
            Map.of(COMMUNICATOR, AR, CUSTOMER_SUPPORT, C, PRODUCT_MANAGER, C)));
    rows.add(row(team, "Be ready for questions", Map.of(CUSTOMER_SUPPORT, AR)));
    rows.add(row(team, "Say whether it is well", Map.of(VALIDATOR, AR, PRODUCT_MANAGER, C)));
    rows.add(
        row(
            team,
            "Hand over to operations",
            Map.of(IT_MANAGER, A, LEAD_ENGINEER, R, OPERATIONS, C)));
    Set<String> named = lines.stream().map(ChartLine::task).collect(Collectors.toSet());
    rows.removeIf(row -> named.contains(row.task()));
    lines.forEach(line -> rows.add(row(team, line.task(), letters(line))));
    return new Duties(rows);
  }

  private static Map<TeamRole, Letter> letters(ChartLine line) {
    Map<TeamRole, Letter> letters = new EnumMap<>(TeamRole.class);
    put(letters, line.informed(), I);
    put(letters, line.consulted(), C);
    put(letters, line.responsible(), R);
    line.accountable().map(TeamRole::of).stream()
        .flatMap(List::stream)
        .findFirst()
        .ifPresent(role -> letters.merge(role, A, (was, now) -> was == R ? AR : now));
    return letters;
  }

  private static void put(Map<TeamRole, Letter> letters, List<Owner> owners, Letter letter) {
    owners.forEach(owner -> TeamRole.of(owner).forEach(role -> letters.put(role, letter)));
  }

  private static Duty row(Team team, String task, Map<TeamRole, Letter> wanted) {
    Map<TeamRole, Letter> letters = new EnumMap<>(TeamRole.class);
    for (TeamRole role : TeamRole.values()) {
      if (team.in(role).isPresent()) {
        letters.put(role, wanted.getOrDefault(role, I));
      }
    }
    Duty duty = new Duty(task, letters);
    if (duty.accountable().isEmpty()) {
      for (TeamRole next : List.of(IT_MANAGER, UPGRADE_LEAD, BUSINESS_SPONSOR)) {
        Letter has = letters.get(next);
        if (has != null) {
          letters.put(next, has == R ? AR : A);
          return new Duty(task, letters);
        }
      }
    }
    return duty;
  }
}
