package dev.evenkeel.server.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is in the team of an upgrade. */
public record Team(List<Member> members) {
  public static final Team EMPTY = new Team(List.of());

  public Team {
    members = List.copyOf(members);
  }

  /**
   * @param standIn who takes over when the person is not there
   */
  public record Member(TeamRole role, String person, Optional<String> standIn) {
    public Stream<String> both() {
      return Stream.concat(Stream.of(person), standIn.stream());
    }
  }

  public Optional<Member> in(TeamRole role) {
    return members.stream().filter(one -> one.role() == role).findFirst();
  }

  /** Each person once, also those who stand in. */
  public List<String> people() {
    return members.stream().flatMap(Member::both).distinct().toList();
  }

  public List<Member> of(String person) {
    return members.stream().filter(one -> one.both().anyMatch(person::equals)).toList();
  }
}
