package dev.evenkeel.demo.proxy;

import io.undertow.server.handlers.proxy.ConnectionPoolManager;

/**
 * How connections to a node are kept. A failed one takes nothing away: redispatch deals with it.
 */
final class PoolSettings implements ConnectionPoolManager {

  private static final int CONNECTIONS_A_THREAD = 2_000;
  private static final long IDLE_MILLIS = 30_000;

  @Override
  public int getMaxConnections() {
    return CONNECTIONS_A_THREAD;
  }

  @Override
  public int getMaxCachedConnections() {
    return CONNECTIONS_A_THREAD;
  }

  @Override
  public int getSMaxConnections() {
    return 1;
  }

  @Override
  public long getTtl() {
    return IDLE_MILLIS;
  }

  @Override
  public int getMaxQueueSize() {
    return 0;
  }

  @Override
  public int getProblemServerRetry() {
    return 0;
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public boolean handleError() {
    return true;
  }

  @Override
  public boolean clearError() {
    return true;
  }
}
