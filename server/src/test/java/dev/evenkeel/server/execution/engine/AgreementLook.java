package dev.evenkeel.server.execution.engine;

import org.springframework.beans.factory.ListableBeanFactory;

/** Has the watch over agreements look now, rather than in ten seconds. */
public final class AgreementLook {
  private AgreementLook() {}

  public static void now(ListableBeanFactory server) {
    server.getBean(AgreementWatch.class).look();
  }
}
