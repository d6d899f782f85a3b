package dev.evenkeel.server.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A server that only practises: looks at a few of its own pages, so that what they need is learned
 * too, and stops. The program's 'prepare' keeps what Java learned.
 */
@Component
@ConditionalOnBooleanProperty("evenkeel.stop-when-ready")
class StopWhenReady {
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void practise(ApplicationReadyEvent ready) throws IOException, InterruptedException {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      look("http://127.0.0.1:%d".formatted(context.getWebServer().getPort()));
    }
    // On a thread of its own: this one belongs to the start, which must end first.
    Thread.ofPlatform()
        .start(() -> System.exit(SpringApplication.exit(ready.getApplicationContext())));
  }

  private static void look(String url) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      for (var page : new String[] {"/health", "/sign-in", "/api/me", "/assets/evenkeel.css"}) {
        var request =
            HttpRequest.newBuilder(URI.create(url + page))
                .header("Accept", "text/html, application/json")
                .build();
        client.send(request, BodyHandlers.discarding());
      }
    }
  }
}
