package dev.evenkeel.server.plan;

import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.tasks.ProofKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ten items of the go-live checklist. Any no delays go-live. */
public enum Gate {
  RISK_AUDIT(
      "The risk audit is over, and what it found is written down",
      ProofKind.RISK_AUDIT_OVER,
      "audit",
      "Plan the audit, carry it out, and write down what it found."),
  STRATEGY(
      "The strategy is decided, with its reasons",
      ProofKind.STRATEGY_DECIDED,
      "strategy",
      "Weigh the ways and decide on one."),
  TEAM(
      "The team is complete, and everybody knows what is whose",
      ProofKind.TEAM_READY,
      "people",
      "Name who is in the team, give out its chart of duties, and have everybody promise to be there."),
  TEST_ENVIRONMENT(
      "The test environment is like production, with data like there",
      ProofKind.NONE,
      "tasks",
      "Compare both; then somebody confirms it."),
  TESTS(
      "The tests of every layer passed: unit, integration, acceptance, performance",
      ProofKind.TESTS_PASSED,
      "tasks",
      "Carry them out; then somebody confirms it."),
  PILOT(
      "The pilot group is chosen and ready",
      ProofKind.NONE,
      "tasks",
      "Choose who goes first and tell them; then somebody confirms it."),
  WAY_BACK(
      "The way back was rehearsed, and is written down",
      ProofKind.REHEARSAL_PASSED,
      "edit",
      "Write down how one gets back, and rehearse its runbook all the way forward and back."),
  DASHBOARD(
      "There is a dashboard for the time after",
      ProofKind.NONE,
      "tasks",
      "Set it up; then somebody confirms it, with its address."),
  FEEDBACK(
      "There is a way for users to say what is wrong",
      ProofKind.NONE,
      "tasks",
      "Open it and tell users where it is; then somebody confirms it."),
  COMMUNICATION(
      "The plan of messages for all phases was given to everybody",
      ProofKind.MESSAGES_SENT,
      "messages",
      "Approve or skip each message, then give the plan out.");

  /** What its items follow from, where facts tell. */
  static final Set<ProofKind> PROOFS =
      Arrays.stream(values()).map(Gate::proof).collect(Collectors.toUnmodifiableSet());

  private final String asks;
  private final ProofKind proof;
  private final String path;
  private final String wayOut;

  Gate(String asks, ProofKind proof, String path, String wayOut) {
    this.asks = asks;
    this.proof = proof;
    this.path = path;
    this.wayOut = wayOut;
  }

  /** What must be so. */
  public String asks() {
    return asks;
  }

  /** The kind of fact that shows it; none when only a person can say. */
  public ProofKind proof() {
    return proof;
  }

  /** Of the tab where it is done. */
  public String path() {
    return path;
  }

  public String wayOut() {
    return wayOut;
  }

  /** As programs write it. */
  public String word() {
    return Grammars.written(this);
  }

  /** Reads one from an address. */
  public static Gate of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "The checklist has no item '%s'. It has %s."
                    .formatted(
                        word,
                        Arrays.stream(values())
                            .map(Gate::word)
                            .collect(Collectors.joining(", ")))));
  }

  /** What was last said of it. */
  Optional<Decision> last(List<Decision> decisions) {
    return decisions.stream()
        .filter(one -> one.gate().equals(Optional.of(this)))
        .max(Comparator.comparingInt(Decision::number));
  }
}
