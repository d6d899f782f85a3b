package dev.evenkeel.server.approval.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.tasks.Owner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** So many of each must agree. */
@Tag("C45")
class QuorumTest {
  private static final Owner CAB = new Owner(Owner.Kind.TEAM, "cab");
  private static final Owner SECURITY = new Owner(Owner.Kind.ROLE, "security-lead");

  @Test
  void two_of_the_board_and_one_by_role_are_missing_until_they_have_agreed() {
    Quorum quorum = Quorum.parse("2 of team:cab, 1 of role:security-lead").orElseThrow();
    assertThat(quorum.text()).isEqualTo("2 of team:cab, 1 of role:security-lead");
    Quorum.Vote ann = new Quorum.Vote("ann", Set.of(CAB));
    assertThat(quorum.lacking(List.of(ann, ann)))
        .extracting(Quorum.Need::words)
        .containsExactly("1 of team cab", "1 of security lead");
    Quorum.Vote ben = new Quorum.Vote("ben", Set.of(CAB, SECURITY));
    assertThat(quorum.isMet(List.of(ann, ben))).isTrue();
  }

  @Test
  void one_person_who_meets_several_needs_is_still_one() {
    Quorum quorum = Quorum.parse("1 of team:cab, 1 of anyone").orElseThrow().byAtLeast(2);
    assertThat(quorum.text()).isEqualTo("1 of team:cab, 2 of anyone");
    Quorum.Vote ben = new Quorum.Vote("ben", Set.of(CAB, SECURITY));
    assertThat(quorum.lacking(List.of(ben)))
        .extracting(Quorum.Need::words)
        .containsExactly("1 of all approvers");
    assertThat(quorum.isMet(List.of(ben, new Quorum.Vote("ann", Set.of())))).isTrue();
    assertThat(Quorum.parse("2 of team:cab").orElseThrow().byAtLeast(2).text())
        .isEqualTo("2 of team:cab");
  }

  @Test
  void a_name_alone_is_one_person_and_anyone_is_any_approver() {
    Quorum quorum = Quorum.parse("ann; 2 of anyone").orElseThrow();
    assertThat(quorum.words()).isEqualTo("1 of ann and 2 of all approvers");
    assertThat(Quorum.parse("some people").isPresent()).isFalse();
    assertThat(Quorum.parse("0 of anyone").isPresent()).isFalse();
  }
}
