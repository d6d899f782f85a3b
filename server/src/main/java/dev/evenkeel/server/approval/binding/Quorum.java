package dev.evenkeel.server.approval.binding;

import dev.evenkeel.server.tasks.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who must agree: so many of each, such as {@code 2 of team:cab, 1 of role:security-lead}. */
public record Quorum(List<Need> needs) {
  private static final Pattern ONE = Pattern.compile("(?:(\\d{1,2})\\s+of\\s+)?(\\S+)");
  private static final int MOST = 10;

  public Quorum {
    needs = List.copyOf(needs);
  }

  /**
   * Some of a kind.
   *
   * @param of empty for anybody who may agree
   */
  public record Need(int count, Optional<Owner> of) {
    public String words() {
      return "%d of %s".formatted(count, of.map(Owner::words).orElse("all approvers"));
    }

    public String text() {
      return "%d of %s".formatted(count, of.map(Owner::typed).orElse("anyone"));
    }

    /** How many more it takes. */
    public int missing(Collection<Vote> votes) {
      long given =
          votes.stream()
              .filter(vote -> of.isEmpty() || vote.hats().contains(of.get()))
              .map(Vote::person)
              .distinct()
              .count();
      return (int) Math.max(0, count - given);
    }
  }

  /**
   * Somebody who agreed.
   *
   * @param hats the names, teams and roles they agreed as
   */
  public record Vote(String person, Set<Owner> hats) {
    public Vote {
      hats = Set.copyOf(hats);
    }
  }

  public static Quorum anyone(int count) {
    return new Quorum(List.of(new Need(count, Optional.empty())));
  }

  /** Empty when it cannot be read. */
  public static Optional<Quorum> parse(String text) {
    List<Need> needs = new ArrayList<>();
    for (String part : text.split("[,;]")) {
      Matcher one = ONE.matcher(part.strip());
      if (!one.matches()) {
        return Optional.empty();
      }
      int count = one.group(1) == null ? 1 : Integer.parseInt(one.group(1));
      boolean anyone = one.group(2).equalsIgnoreCase("anyone");
      Optional<Owner> of = anyone ? Optional.empty() : Owner.parse(one.group(2));
      if (count < 1 || count > MOST || (!anyone && of.isEmpty())) {
        return Optional.empty();
      }
      needs.add(new Need(count, of));
    }
    return needs.isEmpty() ? Optional.empty() : Optional.of(new Quorum(needs));
  }

  public String text() {
    return needs.stream().map(Need::text).collect(Collectors.joining(", "));
  }

  public String words() {
    return needs.stream().map(Need::words).collect(Collectors.joining(" and "));
  }

  public boolean isMet(Collection<Vote> votes) {
    return needs.stream().allMatch(need -> need.missing(votes) == 0);
  }

  /** What it still takes; empty when it takes nothing. */
  public List<Need> lacking(Collection<Vote> votes) {
    return needs.stream()
        .filter(need -> need.missing(votes) > 0)
        .map(need -> new Need(need.missing(votes), need.of()))
        .toList();
  }

  /** The same, by so many people or more: one person may meet several needs. */
  public Quorum byAtLeast(int people) {
    if (needs.stream().anyMatch(need -> need.count() >= people)) {
      return this;
    }
    List<Need> more = new ArrayList<>(needs);
    more.removeIf(need -> need.of().isEmpty());
    more.add(new Need(people, Optional.empty()));
    return new Quorum(more);
  }

  /** At least as many in all as another asks for. */
  public boolean isNoLessThan(int count) {
    return needs.stream().mapToInt(Need::count).sum() >= count;
  }
}
