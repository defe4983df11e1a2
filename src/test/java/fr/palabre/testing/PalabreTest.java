package fr.palabre.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole house on a real database, with a clock that tests move. Background work is off: a test
 * calls what it needs. Contexts are shared, so each test makes brands of its own ({@link Brands}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(properties = {
    "db-scheduler.enabled=false",
    "palabre.background=false",
    "palabre.data=target/test-data",
    "palabre.outgoing-private=localhost,127.0.0.1",
    "palabre.demo=true",
    "springdoc.api-docs.enabled=false"})
@AutoConfigureMockMvc
@Import({MovableClock.class, Brands.class})
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface PalabreTest {}
