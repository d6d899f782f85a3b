package dev.evenkeel.server;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.shared.PassingFolder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole server on a free port, with a data folder and a database of its own. Test classes with
 * the same settings share one server, so none may expect its tables to be empty.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = EvenkeelServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ServerTest.Surroundings.class)
public @interface ServerTest {

  /** The folder and the database; both go with the test run. */
  final class Surroundings
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var database = TestDatabase.empty().create();
      TestPropertyValues.of(
              "evenkeel.data=" + PassingFolder.untilTheEnd(),
              "evenkeel.db.url=" + database.url(),
              "evenkeel.db.user=" + database.user(),
              "evenkeel.db.password=" + database.password())
          .applyTo(context);
    }
  }
}
