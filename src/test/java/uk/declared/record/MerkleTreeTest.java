package uk.declared.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hashes and proofs are those of Certificate Transparency's own tests, over eight leaves. */
class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void aLeafIsFoundInTheTreeByThePathBesideIt() {
        List<byte[]> path = hashes(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");

        assertThat(MerkleTree.includes(0, 8, leaf(0), path, root(8))).isTrue();
        assertThat(MerkleTree.includes(1, 8, leaf(0), path, root(8))).isFalse();
        assertThat(MerkleTree.includes(0, 8, leaf(1), path, root(8))).isFalse();
        assertThat(MerkleTree.includes(0, 7, leaf(0), path, root(7))).isFalse();
        assertThat(MerkleTree.includes(0, 8, leaf(0), path.subList(0, 2), root(8)))
                .isFalse();
        assertThat(MerkleTree.includes(8, 8, leaf(0), path, root(8))).isFalse();
    }

    @Test
    void aTreeOfOneLeafNeedsNoPath() {
        assertThat(MerkleTree.includes(0, 1, leaf(0), List.of(), root(1))).isTrue();
        assertThat(MerkleTree.includes(0, 1, leaf(1), List.of(), root(1))).isFalse();
    }

    @Test
    void aTreeThatOnlyAddsLeavesIsToldFromOneThatDoesNot() {
        List<byte[]> proof = hashes(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

        assertThat(MerkleTree.extendsTree(6, 8, root(6), root(8), proof)).isTrue();
        assertThat(MerkleTree.extendsTree(6, 8, root(5), root(8), proof)).isFalse();
        assertThat(MerkleTree.extendsTree(5, 8, root(5), root(8), proof)).isFalse();
        assertThat(MerkleTree.extendsTree(6, 8, root(6), root(7), proof)).isFalse();
    }

    @Test
    void aTreeExtendsItself() {
        assertThat(MerkleTree.extendsTree(3, 3, root(3), root(3), List.of())).isTrue();
        assertThat(MerkleTree.extendsTree(3, 3, root(3), root(4), List.of())).isFalse();
    }

    private static byte[] leaf(int index) {
        return MerkleTree.leaf(HEX.parseHex(LEAVES.get(index)));
    }

    private static byte[] root(int leaves) {
        return HEX.parseHex(ROOTS.get(leaves - 1));
    }

    private static List<byte[]> hashes(String... hex) {
        List<byte[]> hashes = new ArrayList<>();
        for (String one : hex) {
            hashes.add(HEX.parseHex(one));
        }
        return hashes;
    }
}
