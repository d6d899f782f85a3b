package dev.evenkeel.server.comms.meet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides who is told what of a kick-off. No clock and no database: the same state gives the same.
 *
 * <ul>
 *   <li>Whoever belongs to the upgrade and has no invitation gets one.
 *   <li>When the meeting is another, its sequence goes up and all get it again.
 *   <li>Whoever belongs to it no longer gets it called off, and so do all when there is no meeting.
 * </ul>
 */
final class Convening {
  private Convening() {}

  /**
   * Somebody who was told.
   *
   * @param off whether it was called off for them last
   */
  record Guest(String address, int sequence, boolean off) {}

  /** One letter to one person. */
  record Letter(String person, String address, boolean off) {}

  /**
   * What is to be done.
   *
   * @param sequence of the meeting from now on
   */
  record Steps(int sequence, List<Letter> letters) {
    Steps {
      letters = List.copyOf(letters);
    }
  }

  /**
   * @param meeting names the meeting as it is to be; empty when there is none
   * @param known how it was told last
   * @param sequence of what was told last
   * @param team addresses by person
   * @param guests those who were told before
   */
  static Steps next(
      Optional<String> meeting,
      Optional<String> known,
      int sequence,
      Map<String, String> team,
      Map<String, Guest> guests) {
    boolean another = known.isPresent() && !meeting.equals(known);
    int now = another ? sequence + 1 : sequence;
    List<Letter> letters = new ArrayList<>();
    new TreeMap<>(guests)
        .forEach((person, guest) -> {
          if (!guest.off() && (meeting.isEmpty() || !team.containsKey(person))) {
            letters.add(new Letter(person, guest.address(), true));
          }
        });
    if (meeting.isPresent()) {
      new TreeMap<>(team)
          .forEach((person, address) -> {
            Optional<Guest> guest = Optional.ofNullable(guests.get(person));
            boolean has =
                guest
                    .filter(
                        one -> !one.off() && one.sequence() == now && one.address().equals(address))
                    .isPresent();
            if (!has) {
              letters.add(new Letter(person, address, false));
            }
          });
    }
    return new Steps(now, letters);
  }
}
