package dev.evenkeel.server.execution.action.haproxy;

import dev.evenkeel.runbook.words.Haproxy;
import dev.evenkeel.runbook.words.Haproxy.State;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.ActionContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by moving a server of a real HAProxy out and in. */
class HaproxyActionTest extends ActionContract<Haproxy> {
  @TempDir Path folder;
  private Proxy proxy;

  @BeforeEach
  void start() throws Exception {
    proxy = new Proxy(folder);
  }

  @AfterEach
  void end() throws Exception {
    if (proxy != null) {
      proxy.close();
    }
  }

  @Override
  protected Action<Haproxy> restarted() {
    return new HaproxyAction();
  }

  @Override
  protected Haproxy work() {
    return words("app/n1", State.MAINT, "16%");
  }

  @Override
  protected Haproxy undo() {
    return words("app/n1", State.READY, "100%");
  }

  @Override
  protected Haproxy hopeless() {
    return words("app/n9", State.MAINT, "16%");
  }

  @Override
  protected boolean worked() {
    return state().state() == State.MAINT;
  }

  /** HAProxy counts no settings: setting the same twice is one change. */
  @Override
  protected int changes() {
    return state().state() == State.READY && state().weight() == 100 ? 0 : 1;
  }

  @Override
  protected void leaveHalfDone() {
    try {
      proxy.say("set server app/n1 weight 16%");
    } catch (NoAnswer e) {
      throw new IllegalStateException(e);
    }
  }

  private ServerState state() {
    try {
      return proxy.look("app/n1");
    } catch (NoAnswer | Refusal e) {
      throw new IllegalStateException(e);
    }
  }

  private Haproxy words(String server, State state, String weight) {
    return new Haproxy(proxy.admin(), server, Optional.of(state), Optional.of(weight), true);
  }
}
