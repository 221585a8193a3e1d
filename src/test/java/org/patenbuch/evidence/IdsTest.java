package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside a map of objects, which is too slow for the verifier and does the same. */
class IdsTest {
    @Test
    void ids_are_numbered_in_the_order_in_which_they_come() {
        Ids ids = new Ids();
        assertThat(ids.find("X-1")).isEqualTo(-1);
        assertThat(ids.find("")).isEqualTo(-1);
        assertThat(ids.count()).isZero();
        assertThat(ids.number("X-1")).isZero();
        assertThat(ids.number("")).isEqualTo(1);
        assertThat(ids.number("ä€")).isEqualTo(2);
        assertThat(ids.number("X-1")).isZero();
        assertThat(ids.find("")).isEqualTo(1);
        assertThat(ids.find("ä€")).isEqualTo(2);
        assertThat(ids.find("X-")).isEqualTo(-1);
        assertThat(ids.find("X-11")).isEqualTo(-1);
        assertThat(ids.count()).isEqualTo(3);
    }

    @Test
    void as_a_map_of_objects_would_number_them() {
        Random random = new Random(20_261_129);
        Ids ids = new Ids();
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            String id = "E-" + Integer.toString(random.nextInt(60_000), 36) + (i % 7 == 0 ? "x".repeat(i % 90) : "");
            Integer known = map.get(id);
            assertThat(ids.find(id)).isEqualTo(known == null ? -1 : known);
            if (random.nextBoolean()) {
                map.putIfAbsent(id, map.size());
                assertThat(ids.number(id)).isEqualTo(map.get(id));
            }
        }
        assertThat(ids.count()).isEqualTo(map.size()).isGreaterThan(40_000);
        map.forEach((id, number) -> assertThat(ids.find(id)).isEqualTo(number));
    }

    /** Among so many about thirty pairs have the same hash. */
    @Test
    void ids_with_the_same_hash_have_numbers_of_their_own() {
        Random random = new Random(20_261_129);
        Ids ids = new Ids();
        for (int i = 0; i < 500_000; i++) {
            assertThat(ids.number(Long.toString(random.nextLong()))).isEqualTo(i);
        }
    }

    @Test
    void an_id_longer_than_all_room_so_far_has_its_place() {
        Ids ids = new Ids();
        String long1 = "a".repeat(100_000);
        assertThat(ids.number(long1)).isZero();
        assertThat(ids.number(long1 + "b")).isEqualTo(1);
        assertThat(ids.find(long1)).isZero();
    }
}
