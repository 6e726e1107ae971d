// SPDX-License-Identifier: Apache-2.0
// The word vectors as bytes of the program.
  .section .rodata
  .balign 64
  .global frontdesk_vectors
  .type frontdesk_vectors, @object
frontdesk_vectors:
  .incbin FRONTDESK_VECTORS_FILE
  .size frontdesk_vectors, . - frontdesk_vectors
#if defined(__linux__)
  .section .note.GNU-stack,"",@progbits
#endif
