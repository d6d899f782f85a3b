package dev.evenkeel.demo.load;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The users' browsers, sharing kept-alive connections. They repeat nothing by themselves: a
 * connection that breaks is a failed request, as it is for programs that cannot know whether it had
 * an effect.
 */
final class Users implements AutoCloseable {

  private static final int CONNECTIONS = 2_000;

  private final LoadPlan plan;
  private final CloseableHttpClient client;

  Users(LoadPlan plan) {
    this.plan = plan;
    Timeout patience = Timeout.of(plan.patience());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(patience)
                    .setSocketTimeout(patience)
                    .build())
            .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(patience).build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .build();
  }

  /** One request, from when it was due to the end of its answer. */
  Answer ask(long number, long due) {
    int user = (int) (number % plan.users());
    try {
      return client.execute(
          new HttpGet(plan.urlOf(number)),
          response -> {
            EntityUtils.consume(response.getEntity());
            return answer(user, due, response);
          });
    } catch (IOException | RuntimeException e) {
      return new Answer(user, due, System.nanoTime(), 0, "", "");
    }
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private static Answer answer(int user, long due, ClassicHttpResponse response) {
    return new Answer(
        user,
        due,
        System.nanoTime(),
        response.getCode(),
        header(response, "X-Release"),
        header(response, "X-Node"));
  }

  private static String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null || header.getValue() == null ? "" : header.getValue();
  }
}
