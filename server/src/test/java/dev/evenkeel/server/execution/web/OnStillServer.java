package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of pages share: a server whose runs stand where they are put, and two who look. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnStillServer {
  @Autowired ListableBeanFactory beans;
  StillServer server;
  Browser operator;
  Browser viewer;

  @BeforeAll
  void open() {
    server = new StillServer(beans);
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    viewer = Browser.signedIn(beans, Role.VIEWER);
  }

  @AfterAll
  void close() {
    server.close();
  }

  static String address(SampleRun run) {
    return "/runs/" + run.id;
  }
}
