package dev.clade.runtime.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real Redis: {@code @QuarkusTestResource(RedisTestResource.class)}.
 * A field of type {@link RedisServer} in the test class receives the server, so that a test can
 * stop and start it.
 */
public final class RedisTestResource implements QuarkusTestResourceLifecycleManager {
  private RedisServer server;

  @Override
  public Map<String, String> start() {
    server = new RedisServer();
    return Map.of("quarkus.redis.hosts", server.url());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(server, new TestInjector.MatchesType(RedisServer.class));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }
}
