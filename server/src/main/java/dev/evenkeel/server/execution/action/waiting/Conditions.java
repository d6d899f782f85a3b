package dev.evenkeel.server.execution.action.waiting;

import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Actions;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks at whatever a wait names; requests, SQL and commands are looked at by the actions of that
 * name.
 */
@Component
class Conditions {
  // asked for late: the registry of actions holds the action that asks
  private final ObjectProvider<Actions> actions;
  private final MetricLook metric;

  Conditions(ObjectProvider<Actions> actions, MetricLook metric) {
    this.actions = actions;
    this.metric = metric;
  }

  Observation look(Wait words, Attempt attempt) {
    if (words.http().isPresent()) {
      return by("http", words.http().get(), attempt);
    }
    if (words.sql().isPresent()) {
      return by("sql", words.sql().get(), attempt);
    }
    if (words.command().isPresent()) {
      return by("exec", words.command().get(), attempt);
    }
    if (words.metric().isPresent()) {
      return metric.look(words.metric().get(), attempt.timeToLook());
    }
    return words
        .tcp()
        .map(address -> TcpLook.at(address, attempt.timeToLook()))
        .orElseThrow(() -> new IllegalStateException("wait has no condition"));
  }

  private <A extends Record> Observation by(String type, A words, Attempt attempt) {
    @SuppressWarnings("unchecked") // the registry keeps each action under the class of its words
    Action<A> action = (Action<A>) actions.getObject().of(type);
    return action.observe(words, attempt);
  }
}
