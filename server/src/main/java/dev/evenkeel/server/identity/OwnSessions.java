package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.NOT_FOUND;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people end what they left open elsewhere. */
@Service
public class OwnSessions {
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  OwnSessions(Sessions sessions, ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.events = events;
  }

  @Transactional
  public void end(Actor person, UUID id) {
    if (!sessions.close(person.name(), id)) {
      throw new Refused(NOT_FOUND, "This session has ended already.");
    }
    tell(person, 1);
  }

  /**
   * @param cookie of the browser that stays signed in
   */
  @Transactional
  public void endOthers(Actor person, String cookie) {
    int ended = sessions.closeOthers(person.name(), cookie);
    if (ended > 0) {
      tell(person, ended);
    }
  }

  private void tell(Actor person, int ended) {
    events.publishEvent(
        Auditable.by(person, "sessions ended", "/people/" + person.name()).with("count", ended));
  }
}
