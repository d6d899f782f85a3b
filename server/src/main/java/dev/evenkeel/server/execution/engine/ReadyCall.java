package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import dev.evenkeel.server.secrets.Masking;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An action with its words, ready to be carried out. Whatever it answers passes here, and leaves
 * without the secrets its words hold: outcomes become verdicts on steps, lines of the log, outputs
 * for later steps.
 *
 * @param masking hides the secrets
 */
record ReadyCall<A extends Record>(Action<A> action, A words, Masking masking) {

  /** The same, hiding the secrets of another call too: each may repeat what the other was given. */
  ReadyCall<A> hiding(Masking more) {
    return new ReadyCall<>(action, words, masking.and(more));
  }

  Outcome start(Attempt attempt) {
    return hidden(action.start(words, attempt));
  }

  Outcome poll(Attempt attempt) {
    return hidden(action.poll(words, attempt));
  }

  Recovery recover(Attempt attempt) {
    return switch (action.recover(words, attempt)) {
      case Recovery.Known(var outcome) -> new Recovery.Known(hidden(outcome));
      case Recovery.StartAgain again -> again;
      case Recovery.Unknown(var why, var over) -> new Recovery.Unknown(masking.mask(why), over);
    };
  }

  Optional<String> stop(Attempt attempt) {
    return action.stop(words, attempt).map(masking::mask);
  }

  Observation look(Attempt attempt) {
    return switch (action.observe(words, attempt)) {
      case Observation.Holds(var outputs) -> new Observation.Holds(hidden(outputs));
      case Observation.HoldsNot(var why) -> new Observation.HoldsNot(masking.mask(why));
      case Observation.Unknown(var why) -> new Observation.Unknown(masking.mask(why));
    };
  }

  /** The memo is the action's own and shown to nobody. */
  private Outcome hidden(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var outputs) -> new Outcome.Done(hidden(outputs));
      case Outcome.NotYet(var after, var waitingFor, var memo) ->
          new Outcome.NotYet(after, masking.mask(waitingFor), memo);
      case Outcome.Failed(var reason) -> new Outcome.Failed(masking.mask(reason));
      case Outcome.Unknown(var why, var over) -> new Outcome.Unknown(masking.mask(why), over);
    };
  }

  private Map<String, String> hidden(Map<String, String> outputs) {
    return outputs.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, output -> masking.mask(output.getValue())));
  }
}
