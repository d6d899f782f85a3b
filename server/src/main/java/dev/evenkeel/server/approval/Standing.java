package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Difference;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.approval.binding.Quorum;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request stands; it follows from what people did, what is so now, and the time.
 *
 * <pre>
 * WAITING --enough agree--> APPROVED --something material changes--> VOID (and back, when it is undone)
 *    |                         +--taken back--> WITHDRAWN
 *    +--one rejects--> REJECTED      both: --the window ends--> EXPIRED
 * </pre>
 *
 * @param differences between what was signed and what is so now
 * @param lacking what it still takes
 */
public record Standing(
    Request request,
    State state,
    List<Step> steps,
    List<Difference> differences,
    List<Quorum.Need> lacking) {
  public Standing {
    steps = List.copyOf(steps);
    differences = List.copyOf(differences);
    lacking = List.copyOf(lacking);
  }

  /** What it still takes, in words. */
  public List<String> missing() {
    return lacking.stream().map(Quorum.Need::words).toList();
  }

  /** Where it can stand. */
  public enum State {
    WAITING("waits for agreement", "warn"),
    APPROVED("approved", "good"),
    VOID("void: it changed", "bad"),
    REJECTED("rejected", "bad"),
    WITHDRAWN("withdrawn", ""),
    EXPIRED("its window is over", "");

    private final String words;
    private final String tone;

    State(String words, String tone) {
      this.words = words;
      this.tone = tone;
    }

    public String words() {
      return words;
    }

    public String tone() {
      return tone;
    }
  }

  /**
   * @param steps the oldest first
   */
  public static Standing of(Request request, Collection<Step> steps, Content now, Instant at) {
    List<Step> all = List.copyOf(steps);
    return of(
        request, all, Difference.between(request.content(), now), !at.isBefore(request.until()));
  }

  /** How it stands but for its window: what a run that began in time needs to go on. */
  public Standing butForWindow() {
    return of(
        request,
        steps,
        differences.stream().filter(one -> one.field() != Field.WINDOW_PLANNED).toList(),
        false);
  }

  /** How it stands by what people decided alone, whatever changed since, and at any time. */
  public Standing byDecisions() {
    return of(request, steps, List.of(), false);
  }

  private static Standing of(
      Request request, List<Step> all, List<Difference> differences, boolean over) {
    List<Quorum.Vote> votes = votes(all);
    State state = state(request, all, votes, differences, over);
    return new Standing(
        request,
        state,
        all,
        differences,
        state == State.WAITING ? request.quorum().lacking(votes) : List.of());
  }

  private static State state(
      Request request,
      List<Step> steps,
      List<Quorum.Vote> votes,
      List<Difference> differences,
      boolean over) {
    boolean byRequester =
        steps.stream()
            .anyMatch(one ->
                one.verdict() == Step.Verdict.WITHDRAWN && request.people().contains(one.person()));
    if (byRequester) {
      return State.WITHDRAWN;
    }
    if (steps.stream().anyMatch(one -> one.verdict() == Step.Verdict.REJECTED)) {
      return State.REJECTED;
    }
    if (over) {
      return State.EXPIRED;
    }
    boolean changed = differences.stream().anyMatch(Difference::material);
    boolean agreed = request.standing().isPresent() || request.quorum().isMet(votes);
    if (changed) {
      return State.VOID;
    }
    return agreed ? State.APPROVED : State.WAITING;
  }

  /** Those who agreed and did not take it back. */
  private static List<Quorum.Vote> votes(List<Step> steps) {
    Set<String> back = new HashSet<>();
    return steps.reversed().stream()
        .filter(one -> {
          if (one.verdict() == Step.Verdict.WITHDRAWN) {
            back.add(one.person());
          }
          return one.verdict() == Step.Verdict.APPROVED && !back.contains(one.person());
        })
        .map(one -> new Quorum.Vote(one.person(), one.hats()))
        .toList();
  }

  /** Sign-in names of all who agreed, and of those for whom they did. */
  public Set<String> approvers() {
    Set<String> people = new HashSet<>();
    votes(steps).forEach(vote -> people.add(vote.person()));
    steps.stream()
        .filter(one -> people.contains(one.person()))
        .flatMap(one -> one.insteadOf().stream())
        .toList()
        .forEach(people::add);
    return people;
  }

  public List<Difference> material() {
    return differences.stream().filter(Difference::material).toList();
  }

  /** Whether it counts still: it was neither withdrawn nor rejected, and its window is not over. */
  public boolean isCurrent() {
    return state == State.WAITING || state == State.APPROVED || state == State.VOID;
  }

  /** When the last who was needed agreed. */
  public Optional<Step> last() {
    return steps.stream()
        .filter(one -> one.verdict() == Step.Verdict.APPROVED)
        .reduce((_, later) -> later);
  }

  /** Changes with every step and every change, so that nobody decides on what they did not see. */
  public String edition() {
    return request.id()
        + "-"
        + steps.size()
        + "-"
        + state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
