package dev.evenkeel.server.identity;

import org.springframework.beans.factory.BeanFactory;

/** Lets a test pass the hour for which the server remembers what its provider said. */
public final class OidcMemory {
  private OidcMemory() {}

  public static void forget(BeanFactory server) {
    server.getBean(OidcProvider.class).forget();
  }
}
