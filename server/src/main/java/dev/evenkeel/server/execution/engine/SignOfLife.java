package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.store.ServerStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets the other servers on the database know that this one is there. */
@Component
class SignOfLife {
  private final ServerStore servers;
  private final ServerIdentity server;

  SignOfLife(ServerStore servers, ServerIdentity server) {
    this.servers = servers;
    this.server = server;
  }

  @Scheduled(fixedDelayString = "PT10S")
  void give() {
    try {
      servers.isThere(server.name(), host());
    } catch (DataAccessException | TransactionException databaseAway) {
      // the next one is soon
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "a machine without a name";
    }
  }
}
