package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.Deciders;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.WhoActs;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How many approvals wait for whoever looks, for the navigation of every page. */
@ControllerAdvice(annotations = Controller.class)
public class WaitingCount {
  private final Deciders deciders;
  private final WhoActs who;

  WaitingCount(Deciders deciders, WhoActs who) {
    this.deciders = deciders;
    this.who = who;
  }

  /** Asked by the layout only, and only of those signed in. */
  @ModelAttribute("approvals")
  WaitingCount approvals() {
    return this;
  }

  public int waiting() {
    Actor actor = who.actor();
    try {
      return actor.kind() == Actor.Kind.PERSON ? deciders.waiting(actor.name()) : 0;
    } catch (DataAccessException away) {
      // The page that says so must still be shown.
      return 0;
    }
  }
}
