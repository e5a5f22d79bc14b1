package dev.clade.ingest.access;

import dev.clade.runtime.testing.AccessMatrix;
import dev.clade.runtime.testing.IssuerTestResource;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class AccessMatrixTest extends AccessMatrix {}
