package dev.evenkeel.server.approval.binding;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people do for one upgrade; never two of it by one person. */
public enum Duty {
  REQUESTER("asked for its approval", "ask for its approval"),
  APPROVER("agreed to it", "agree to it"),
  OPERATOR("carries it out", "carry it out"),
  VALIDATOR("said whether it is well", "say whether it is well");

  private final String did;
  private final String doing;

  Duty(String did, String doing) {
    this.did = did;
    this.doing = doing;
  }

  /** As the end of a sentence that begins with a name. */
  public String did() {
    return did;
  }

  /** As the end of a sentence. */
  public String doing() {
    return doing;
  }

  /** Who has which duty of one upgrade, by sign-in name: behind a token stands who issued it. */
  public record Held(Map<Duty, Set<String>> people) {
    public Held {
      EnumMap<Duty, Set<String>> copy = new EnumMap<>(Duty.class);
      people.forEach((duty, names) -> copy.put(duty, Set.copyOf(names)));
      people = copy;
    }

    /**
     * The rule: nobody takes a duty who, or one of the people behind whom, has another.
     *
     * @param person who would take it, with all who stand behind
     * @param waived whether an emergency lets one person have several duties; nobody agrees to what
     *     they asked for themselves, or asks for what they agree to, even then
     * @return why not
     */
    public Optional<String> against(Duty wanted, Set<String> person, boolean waived) {
      if (person.isEmpty() && !waived) {
        return Optional.of(
            "Nobody in person stands behind this, so nobody can tell that it is another person than those who had other duties. Sign in, or use a token that a person issued.");
      }
      for (Duty other : EnumSet.complementOf(EnumSet.of(wanted))) {
        boolean ownApproval = EnumSet.of(wanted, other).equals(EnumSet.of(REQUESTER, APPROVER));
        if (waived && !ownApproval) {
          continue;
        }
        for (String name : person) {
          if (people.getOrDefault(other, Set.of()).contains(name)) {
            return Optional.of(
                "%s %s, and may not %s as well: requester, approver, operator and validator of one upgrade are different people."
                    .formatted(name, other.did(), wanted.doing()));
          }
        }
      }
      return Optional.empty();
    }
  }
}
