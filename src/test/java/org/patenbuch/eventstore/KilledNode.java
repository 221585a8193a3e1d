package org.patenbuch.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;
import org.springframework.util.StringUtils;

/**
 * A node in a process of its own that is made to be killed: clients that send one command after the other, each from
 * where its line of commands had got to, and say what was acknowledged. Arguments: the next command of each client.
 */
public final class KilledNode {
    static final String ACKNOWLEDGED = "ack";
    private static final String PARTNERSHIP = "rosenstadt";

    private KilledNode() {}

    public static void main(String[] next) throws InterruptedException {
        Node node = Node.start(database());
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < next.length; client++) {
            int number = client;
            int first = Integer.parseInt(next[client]);
            clients.add(Thread.startVirtualThread(() -> send(node, number, first)));
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private static void send(Node node, int client, int first) {
        for (int n = first; ; n++) {
            Receipt receipt = node.send(command(client, n));
            System.out.println(String.join(" ", ACKNOWLEDGED, client + "", n + "", receipt.position() + ""));
        }
    }

    /** What must be there before any client starts. */
    static List<Command> before(int clients) {
        List<Command> all = new ArrayList<>(List.of(Samples.found(PARTNERSHIP), Samples.partner(PARTNERSHIP, "P-0")));
        for (int client = 0; client < clients; client++) {
            all.addAll(Samples.sponsorship(PARTNERSHIP, "V-" + client));
            all.add(Samples.fund(PARTNERSHIP, "F-" + client % 3));
        }
        return all.stream().distinct().toList();
    }

    /** The nth command of a client: always the same one. Hours, gifts to shared funds, rules in the one shared stream. */
    static Command command(int client, int n) {
        String id = "X-" + client + "-" + n;
        return switch (new Random(31L * client + n).nextInt(4)) {
            case 0 -> Samples.gift(PARTNERSHIP, id, "F-" + n % 3, "P-0", 100 + n);
            case 1 -> Samples.rule(PARTNERSHIP, id, n);
            default -> Samples.visit(PARTNERSHIP, "V-" + client, id, n / 40, n);
        };
    }

    static List<String> environment(DatabaseLogins database) {
        return List.of(
                database.app().url(),
                database.app().user(),
                database.app().password(),
                database.owner().user(),
                database.owner().password());
    }

    private static DatabaseLogins database() {
        String[] all = StringUtils.delimitedListToStringArray(System.getenv("DATABASE"), "\n");
        return new DatabaseLogins(
                new DatabaseLogin(all[0], all[1], all[2]),
                new DatabaseLogin(all[0], all[3], all[4]),
                new DatabaseLogin(all[0], "nobody", ""));
    }
}
