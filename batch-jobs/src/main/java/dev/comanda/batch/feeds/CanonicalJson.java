package dev.comanda.batch.feeds;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Writes JSON in one canonical form while it is being read: no white space, members sorted by name (UTF-16 units, as RFC 8785
 * does), one way to escape. Since all members of an object meet here, it also finds the ones that are there twice.
 *
 * <p>An object is written as its members come; at its end they are put in order, if they were not.
 */
final class CanonicalJson {

    private static final Comparator<Member> BY_NAME = Comparator.comparing(member -> member.name);

    private final CanonicalBytes out = new CanonicalBytes();
    private byte[] sorted = new byte[1024];
    private Member[] members = new Member[0];
    private int open;

    /** Begins a new text behind the bytes that are written first. */
    void reset() {
        out.truncate(0);
        open = 0;
    }

    CanonicalBytes bytes() {
        return out;
    }

    /** Begins an object; what it returns closes the object. */
    ObjectStart startObject() {
        out.write('{');
        return new ObjectStart(out.size(), open);
    }

    void startMember(String name) {
        if (open == members.length) {
            members = Arrays.copyOf(members, Math.max(64, 2 * open));
            for (int i = open; i < members.length; i++) {
                members[i] = new Member();
            }
        }
        Member member = members[open++];
        member.name = name;
        member.start = out.size();
        out.writeText(name);
        out.write(':');
    }

    void endMember(ObjectStart object, int index) {
        out.write(',');
        members[object.firstMember() + index].end = out.size();
    }

    /** Takes back a member that is there without a value, as an optional field that is null. */
    void dropMember(ObjectStart object, int index) {
        Member member = members[object.firstMember() + index];
        out.truncate(member.start);
        member.end = member.start;
    }

    void endObject(ObjectStart object) {
        if (!isSorted(object)) {
            Arrays.sort(members, object.firstMember(), open, BY_NAME);
            refuseTwins(object);
            copyInOrder(object);
        }
        open = object.firstMember();
        endWith('}', object.firstByte());
    }

    int startArray() {
        out.write('[');
        return out.size();
    }

    void endElement() {
        out.write(',');
    }

    void endArray(int start) {
        endWith(']', start);
    }

    private void endWith(char bracket, int start) {
        if (out.size() > start) {
            out.truncate(out.size() - 1);
        }
        out.write(bracket);
    }

    private boolean isSorted(ObjectStart object) {
        for (int i = object.firstMember() + 1; i < open; i++) {
            if (members[i - 1].name.compareTo(members[i].name) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void refuseTwins(ObjectStart object) {
        for (int i = object.firstMember() + 1; i < open; i++) {
            if (members[i - 1].name.equals(members[i].name)) {
                throw Refusal.malformed("the member " + Refusal.quoted(members[i].name) + " is there twice");
            }
        }
    }

    private void copyInOrder(ObjectStart object) {
        int length = out.size() - object.firstByte();
        if (sorted.length < length) {
            sorted = new byte[2 * length];
        }
        int to = 0;
        for (int i = object.firstMember(); i < open; i++) {
            Member member = members[i];
            out.copy(member.start, member.end, sorted, to);
            to += member.end - member.start;
        }
        out.overwrite(object.firstByte(), sorted, to);
    }

    /** Where an object begins among the bytes and among the open members. */
    record ObjectStart(int firstByte, int firstMember) {}

    private static final class Member {
        private String name = "";
        private int start;
        private int end;
    }
}
