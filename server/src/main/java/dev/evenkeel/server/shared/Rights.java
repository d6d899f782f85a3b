package dev.evenkeel.server.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may do: the union of all that was granted to them, for everything or for what
 * belongs to one team.
 */
public record Rights(List<Grant> grants) {

  /**
   * A role that was granted.
   *
   * @param team whose systems and upgrades it is for; everything when empty
   */
  public record Grant(Role role, Optional<String> team) {
    public static Grant everywhere(Role role) {
      return new Grant(role, Optional.empty());
    }

    /** Such as {@code engineer} or {@code engineer for team web}. */
    public String words() {
      return team.map(name -> "%s for team %s".formatted(role.word(), name)).orElse(role.word());
    }
  }

  public Rights {
    grants = List.copyOf(grants);
  }

  public static Rights none() {
    return new Rights(List.of());
  }

  public static Rights of(Role... everywhere) {
    return of(Arrays.asList(everywhere));
  }

  public static Rights of(Collection<Role> everywhere) {
    return new Rights(everywhere.stream().sorted().distinct().map(Grant::everywhere).toList());
  }

  /** Whether they have it for everything. To see is never for one team only. */
  public boolean may(Right right) {
    return grants.stream()
        .anyMatch(grant ->
            (grant.team().isEmpty() || right == Right.VIEW)
                && grant.role().rights().contains(right));
  }

  /** Whether any of it is for one team only. */
  public boolean isForTeams() {
    return grants.stream().anyMatch(grant -> grant.team().isPresent());
  }

  /** Whether they have it for what belongs to this team. */
  public boolean may(Right right, String team) {
    return grants.stream()
        .anyMatch(grant ->
            grant.role().rights().contains(right)
                && (grant.team().isEmpty() || grant.team().get().equals(team)));
  }

  /** Whether they have it for everything, or for some team. */
  public boolean maySomewhere(Right right) {
    return grants.stream().anyMatch(grant -> grant.role().rights().contains(right));
  }

  /** What they have for everything. */
  public Set<Right> everywhere() {
    Set<Right> all = EnumSet.allOf(Right.class);
    all.removeIf(right -> !may(right));
    return all;
  }

  /** What was granted, such as {@code viewer, engineer for team web}; {@code none} when nothing. */
  public String words() {
    return grants.isEmpty()
        ? "none"
        : grants.stream().map(Grant::words).collect(Collectors.joining(", "));
  }
}
