/* The peer of benchmarks/explore.mjs: three services behind an at-least-once broker, as a Spin user would write it, one process
   a service, FIFO channels. -DK=orders -DFIX=1 idempotent charge. One crash and one duplicate in total. */
#ifndef K
#define K 1
#endif
#ifndef FIX
#define FIX 0
#endif
#ifndef CRASH
#define CRASH 1
#endif
#ifndef DUP
#define DUP 1
#endif
byte crashes = CRASH, dups = DUP;
chan req = [K] of { byte };
chan rsp[K] = [1] of { bit };           /* 1 = accepted, 0 = connection lost */
chan topicN = [2*K+2] of { byte };      /* broker queue of the notifications subscription */
chan topicP = [2*K+2] of { byte };      /* broker queue of the payments subscription */
bit db[K]; byte mailed[K]; byte charged[K];

proctype Client(byte id) {
  bit tries = 0;
send: req!id;
  if
  :: rsp[id]?1
  :: rsp[id]?0 -> if :: atomic { tries == 0 -> tries = 1; goto send } :: skip fi
  fi
}
active proctype Orders() {
  byte k = 0;
endidle: if
  :: req?k
  :: atomic { crashes > 0 -> crashes--; goto down }
  fi;
  if
  :: atomic { db[k] = 1 }
  :: atomic { crashes > 0 -> crashes--; rsp[k]!0; k = 0; goto down }
  fi;
  if
  :: atomic { topicN!k; topicP!k }
  :: atomic { crashes > 0 -> crashes--; rsp[k]!0; k = 0; goto down }
  fi;
  if
  :: atomic { rsp[k]!1; k = 0; goto endidle }
  :: atomic { crashes > 0 -> crashes--; rsp[k]!0; k = 0; goto down }
  fi;
down: skip; goto endidle
}
active proctype Notifications() {
  byte k = 0;
endidle: if
  :: topicN?k
  :: atomic { crashes > 0 -> crashes--; goto down }
  fi;
  if
  :: d_step { mailed[k] = (mailed[k] < 2 -> mailed[k] + 1 : 2) }
  :: atomic { crashes > 0 -> crashes--; topicN!k; k = 0; goto down }
  fi;
  if
  :: atomic { k = 0; goto endidle }                                   /* ack */
  :: atomic { crashes > 0 -> crashes--; topicN!k; k = 0; goto down }  /* redelivery */
  fi;
down: skip; goto endidle
}
active proctype Payments() {
  byte k = 0;
endidle: if
  :: topicP?k
  :: atomic { crashes > 0 -> crashes--; goto down }
  fi;
  if
  :: d_step {
#if FIX
       charged[k] = 1;
#else
       charged[k] = (charged[k] < 2 -> charged[k] + 1 : 2);
#endif
       assert(charged[k] <= 1) }
  :: atomic { crashes > 0 -> crashes--; topicP!k; k = 0; goto down }
  fi;
  if
  :: atomic { k = 0; goto endidle }
  :: atomic { crashes > 0 -> crashes--; topicP!k; k = 0; goto down }
  fi;
down: skip; goto endidle
}
active proctype Broker() {              /* may deliver one message twice */
  byte k = 0;
endb: do
  :: atomic { dups > 0 && nempty(topicN) -> topicN?<k>; topicN!k; dups--; k = 0 }
  :: atomic { dups > 0 && nempty(topicP) -> topicP?<k>; topicP!k; dups--; k = 0 }
  od
}
init { atomic { byte i; for (i : 0 .. K-1) { run Client(i) } i = 0 } }
