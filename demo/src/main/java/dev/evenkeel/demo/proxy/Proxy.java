package dev.evenkeel.demo.proxy;

import io.undertow.Undertow;
import io.undertow.Undertow.ListenerBuilder;
import io.undertow.Undertow.ListenerType;
import io.undertow.client.UndertowClient;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.OptionMap;

/**
 * Stands in front of the fleet. Undertow does the proxying; which node gets a request, and its
 * books, are kept here.
 */
public final class Proxy implements AutoCloseable {

  /**
   * Says of every failed request what the metrics count. Held here: loggers are collected when
   * nobody does.
   */
  private static final Logger UNDERTOW = Logger.getLogger("io.undertow");

  private static final String LOOPBACK = "127.0.0.1";
  private static final int IO_THREADS = 2;
  private static final int WORKER_THREADS = 4;
  private static final int REQUEST_MILLIS = 10_000;

  private final Undertow server;

  private Proxy(Undertow server) {
    this.server = server;
  }

  /**
   * Starts on two ports of the loopback interface; 0 takes a free one.
   *
   * @param nodes addresses by name; all of them ready and at full weight
   * @param port for users
   * @param adminPort for {@link AdminPages}
   */
  public static Proxy start(Map<String, URI> nodes, int port, int adminPort) {
    UNDERTOW.setLevel(Level.OFF);
    var metrics = new ProxyMetrics();
    List<Backend> backends = new ArrayList<>();
    nodes.forEach((name, address) -> {
      backends.add(new Backend(name, poolOf(address)));
      metrics.expect(name);
    });
    Turns<Backend> turns = new Turns<>(Backend::name, backend -> backend.share().weight());
    var users =
        ProxyHandler.builder()
            .setProxyClient(new Redispatch(backends, turns, metrics))
            .setMaxConnectionRetries(backends.size())
            .setMaxRequestTime(REQUEST_MILLIS)
            .setNext(new ResponseCodeHandler(StatusCodes.SERVICE_UNAVAILABLE))
            .build();
    Undertow server =
        Undertow.builder()
            .setIoThreads(IO_THREADS)
            .setWorkerThreads(WORKER_THREADS)
            .addListener(listener(port, users))
            .addListener(listener(adminPort, new AdminPages(backends, turns, metrics).handler()))
            .build();
    server.start();
    return new Proxy(server);
  }

  /** Where users ask. */
  public URI address() {
    return address(0);
  }

  /** Where runbooks ask. */
  public URI admin() {
    return address(1);
  }

  @Override
  public void close() {
    server.stop();
  }

  private URI address(int listener) {
    var socket = (InetSocketAddress) server.getListenerInfo().get(listener).getAddress();
    return URI.create("http://%s:%d".formatted(LOOPBACK, socket.getPort()));
  }

  private static ListenerBuilder listener(int port, HttpHandler handler) {
    return new ListenerBuilder()
        .setType(ListenerType.HTTP)
        .setHost(LOOPBACK)
        .setPort(port)
        .setRootHandler(handler);
  }

  private static ProxyConnectionPool poolOf(URI address) {
    return new ProxyConnectionPool(
        new PoolSettings(), address, UndertowClient.getInstance(), OptionMap.EMPTY);
  }
}
