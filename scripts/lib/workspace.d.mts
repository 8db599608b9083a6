export function createWorkspace(folder: string, options?: { branch?: string }): void;
