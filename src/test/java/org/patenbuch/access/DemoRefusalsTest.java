package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.LedgerTest;
import org.patenbuch.database.StartRefused;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

class DemoRefusalsTest extends LedgerTest {
    @Autowired
    private Users users;

    @Autowired
    private Passwords passwords;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "::1", "192.168.1.20", "127.0.0.2", "no.such.host.invalid"})
    void binds_to_no_other_address(String address) {
        DemoAddress demo = new DemoAddress(new MockEnvironment().withProperty("server.address", address));

        assertThatThrownBy(() -> demo.customize(new TomcatServletWebServerFactory()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("set server.address to 127.0.0.1");
    }

    @Test
    void binds_to_its_own_machine_when_no_address_is_set() throws IOException {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();

        new DemoAddress(new MockEnvironment()).customize(factory);

        assertThat(factory.getAddress()).isEqualTo(InetAddress.getByName("127.0.0.1"));
    }

    @Test
    void does_not_let_the_port_of_operation_out_either() {
        MockEnvironment open = new MockEnvironment().withProperty("management.server.port", "9090");
        MockEnvironment closed = open.withProperty("management.server.address", "127.0.0.1");

        assertThatCode(() -> new DemoAddress(closed).customize(new TomcatServletWebServerFactory()))
                .doesNotThrowAnyException();
        MockEnvironment without = new MockEnvironment().withProperty("management.server.port", "9090");
        assertThatThrownBy(() -> new DemoAddress(without).customize(new TomcatServletWebServerFactory()))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void touches_no_database_that_others_use() {
        Member.of(users, partnership, Role.FINANCE);
        DemoUsers demo = new DemoUsers(users, passwords, new DemoPassword("secret", folder));

        assertThatThrownBy(demo::afterSingletonsInstantiated)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("give the demonstration an empty database of its own");
        assertThat(users.byLogin("coordinator")).isEmpty();
    }

    @Test
    void keeps_its_random_password_for_the_next_start_readable_by_its_owner_only() throws IOException {
        Path data = folder.resolve("data");
        String first = new DemoPassword("", data).clear();

        assertThat(first).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(new DemoPassword("", data).clear()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(DemoPassword.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void takes_the_password_that_is_set_and_writes_it_nowhere() {
        assertThat(new DemoPassword("set by hand", folder).clear()).isEqualTo("set by hand");
        assertThat(folder).isEmptyDirectory();
    }
}
