import { syntaxError } from './syntax-error.ts';
import type { ParentSlot, TreeNode, TreeNodeOf } from './tree.ts';

/**
 * Finds the step each `%` stands for. A slot looks for its step while paths grow around it; a node
 * hands on what its parts have not found. This follows jsonata's own way step by step.
 */
export class ParentSeeker {
  private readonly seeking = new Map<TreeNode, ParentSlot[]>();
  private count = 0;

  newSlot(): ParentSlot {
    return { label: `!${this.count++}`, level: 1 };
  }

  seek(node: TreeNode, slot: ParentSlot): void {
    this.seeking.set(node, [slot]);
  }

  /** What `part` looks for, `node` looks for too. */
  pass(node: TreeNode, part: TreeNode): void {
    const slots = this.slotsOf(part);
    if (!slots) return;
    const known = this.seeking.get(node);
    if (known) known.push(...slots);
    else this.seeking.set(node, slots);
  }

  /** The same for a filter on a step, whose own level counts. */
  passFilter(step: TreeNode, filter: TreeNode): void {
    for (const slot of this.seeking.get(filter) ?? []) {
      if (slot.level === 1) this.visit(step, slot);
      else slot.level--;
    }
    if (this.seeking.has(filter)) this.pass(step, filter);
  }

  /** Lets what the last step looks for look through the steps before it. */
  resolve(path: TreeNodeOf<'path'>): void {
    const { steps } = path;
    const last = steps.at(-1);
    for (const slot of (last && this.slotsOf(last)) ?? []) {
      let index = steps.length - 2;
      while (slot.level > 0) {
        if (index < 0) {
          this.add(path, slot);
          break;
        }
        let step = steps[index--];
        // Steps that bind a variable keep the context, so a run of them is one level.
        while (index >= 0 && step?.focus && steps[index]?.focus) step = steps[index--];
        if (step) this.visit(step, slot);
      }
    }
  }

  finish(root: TreeNode): void {
    if (root.kind === 'parent' || this.seeking.has(root))
      syntaxError('"%" has no parent to stand for here', root.start);
  }

  private slotsOf(node: TreeNode): ParentSlot[] | undefined {
    const known = this.seeking.get(node);
    if (node.kind !== 'parent') return known;
    const slots = known ?? [];
    slots.push(node.slot);
    return slots;
  }

  private add(node: TreeNode, slot: ParentSlot): void {
    const known = this.seeking.get(node);
    if (known) known.push(slot);
    else this.seeking.set(node, [slot]);
  }

  private visit(node: TreeNode, slot: ParentSlot): void {
    if (node.kind === 'name' || node.kind === 'wildcard') take(node, slot);
    else if (node.kind === 'parent') slot.level++;
    else if (node.kind === 'block') this.visitBlock(node, slot);
    else if (node.kind === 'path') this.visitPath(node, slot);
    else syntaxError('"%" can\'t stand for what is before it', node.start);
  }

  private visitBlock(node: TreeNodeOf<'block'>, slot: ParentSlot): void {
    const last = node.expressions.at(-1);
    if (!last) return;
    node.tuple = true;
    this.visit(last, slot);
  }

  private visitPath(node: TreeNodeOf<'path'>, slot: ParentSlot): void {
    node.tuple = true;
    let index = node.steps.length - 1;
    do {
      const step = node.steps[index--];
      if (step) this.visit(step, slot);
    } while (slot.level > 0 && index >= 0);
  }
}

function take(node: TreeNode, slot: ParentSlot): void {
  slot.level--;
  if (slot.level !== 0) return;
  if (node.ancestor) slot.label = node.ancestor.label;
  node.ancestor = slot;
  node.tuple = true;
}
